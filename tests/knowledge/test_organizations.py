from __future__ import annotations

import pytest

from accord.knowledge.organizations import all_organizations, find_organizations, is_member, organization


@pytest.mark.parametrize(
    ("form", "org_id"),
    [
        pytest.param("United Nations", "UN", id="name"),
        pytest.param("NATO", "NATO", id="acronym"),
        pytest.param("the african union", "AU", id="article and case"),
        pytest.param("Hamas", "HAMAS", id="armed group"),
    ],
)
def test_find(form: str, org_id: str) -> None:
    assert org_id in {o.org_id for o in find_organizations(form)}


def test_acronyms_need_their_case() -> None:
    assert find_organizations("who") == ()


@pytest.mark.parametrize(
    ("org_id", "iso3", "member"),
    [("NATO", "SVK", True), ("NATO", "SRB", False), ("EU", "GBR", False), ("CO-SHELL", "NLD", None), ("NONE", "SVK", None)],
    ids=["member", "no member", "left", "no list", "unknown"],
)
def test_is_member(org_id: str, iso3: str, member: bool | None) -> None:
    assert is_member(org_id, iso3) is member


def test_ids_are_unique() -> None:
    ids = [o.org_id for o in all_organizations()]
    assert len(ids) == len(set(ids))
    assert organization(None) is None
