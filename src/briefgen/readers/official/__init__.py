"""The XML of officielebekendmakingen.nl: Kamerstuk, motie, Aanhangsel (questions with answers) and Handelingen.

The names of elements are those of the schema `op-xsd` of KOOP; several generations of it are in use.
"""
