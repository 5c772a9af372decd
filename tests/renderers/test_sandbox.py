import pytest

from briefgen.errors import TemplateError
from briefgen.model import Model
from briefgen.renderers.sandbox import failing_tag, render_text


class Chapter(Model):
    title: str
    texts: tuple[str, ...] = ()


CHAPTER = Chapter(title="Inzet & <invloed>", texts=("{{ 7 * 7 }}", "{% include 'x' %}"))


def _render(template: str) -> str:
    return render_text(template, "templates/brief.html", {"section": CHAPTER, "chapters": (CHAPTER,)})


def _error(template: str) -> str:
    with pytest.raises(TemplateError) as caught:
        _render(template)
    return caught.value.text("en")


def test_what_a_tag_prints_is_escaped() -> None:
    assert _render("{{ section.title }}") == "Inzet &amp; &lt;invloed&gt;"


def test_tags_in_a_value_are_printed_as_they_stand() -> None:
    assert _render("{% for text in section.texts %}{{ text }};{% endfor %}") == "{{ 7 * 7 }};{% include &#39;x&#39; %};"


def test_a_misspelt_name_is_told_with_line_tag_and_near_names() -> None:
    message = _error("<h1>\n{{ secton.title }}\n</h1>")
    assert message.startswith("templates/brief.html:2, {{ secton.title }}: ")
    assert message.endswith("Did you mean: section?")


def test_a_misspelt_field_is_told_with_the_fields_of_its_owner() -> None:
    message = _error("{{ section.title }}\n{{ section.titel }}")
    assert "brief.html:2, {{ section.titel }}" in message
    assert message.endswith("Did you mean: title?")


def test_near_names_include_those_that_the_template_makes_itself() -> None:
    assert _error("{% for statement in section.texts %}{{ statment }}{% endfor %}").endswith("Did you mean: statement?")


def test_a_misspelt_name_in_a_condition_is_an_error_too() -> None:
    assert "`subtitel`" in _error("{% if section.subtitel %}x{% endif %}")


def test_a_tag_that_is_not_closed_is_told_with_its_line() -> None:
    message = _error("<p>\n{% for text in section.texts %}\n{{ text }}\n")
    assert message.startswith("templates/brief.html:2, {% for text in section.texts %}: ")
    assert "endfor" in message


def test_an_unknown_tag_is_told_with_its_line() -> None:
    assert _error("a\nb\n{% fro x in y %}").startswith("templates/brief.html:3, {% fro x in y %}: ")


@pytest.mark.parametrize(
    "template",
    [
        "{{ section.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ section.model_dump() }}",
        "{{ section.model_copy }}",
        "{{ '{0.__class__}'.format(section) }}",
    ],
)
def test_a_template_reaches_fields_and_no_code(template: str) -> None:
    assert "templates/brief.html:1" in _error(template)


def test_a_tag_that_python_cannot_carry_out_is_an_error_of_the_template() -> None:
    assert _error("\n{{ section.title + 1 }}").startswith("templates/brief.html:2, {{ section.title + 1 }}: ")


def test_a_template_cannot_read_another_file() -> None:
    assert "templates/brief.html:1" in _error("{% include '/etc/hostname' %}")


def test_a_tag_over_several_lines_is_found_and_told_on_one() -> None:
    assert failing_tag("a\n{{\n  secton\n}}", 3, "secton") == "{{ secton }}"
    assert failing_tag("{{ one }} {{ two }}", 1, "two") == "{{ two }}"
    assert failing_tag("{{ one }}", 2) is None
