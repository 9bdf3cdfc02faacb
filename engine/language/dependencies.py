"""Which definition needs which: circles of them, and what needs a broken one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection

    from engine.problems import Span


class Link(NamedTuple):
    """A definition needs another: the place of that one, its name, and where it is used first."""

    to: int
    name: str
    span: Span


Links: TypeAlias = "list[list[Link]]"
"""What each definition needs, by its place."""


def circles(links: Links) -> dict[int, list[Link]]:
    """Return the shortest way back to itself for each place that has one."""
    needs = [{link.to for link in needed} for needed in links]
    rest = _on_circles(_on_circles(set(range(len(links))), needs), _users(needs))
    ways = {place: _way_back(place, links, rest) for place in sorted(rest)}
    return {place: way for place, way in ways.items() if way}


def spoiled(links: Links, broken: Collection[int]) -> dict[int, Link]:
    """Return, for each place that needs a broken one, also through others, the first link that leads to one."""
    users = _users([{link.to for link in needed} for needed in links])
    found, waiting = set(broken), list(broken)
    while waiting:
        reached = users[waiting.pop()] - found
        found |= reached
        waiting += reached
    return {place: next(link for link in links[place] if link.to in found) for place in found - set(broken)}


def _users(needs: list[set[int]]) -> list[set[int]]:
    users: list[set[int]] = [set() for _ in needs]
    for place, needed in enumerate(needs):
        for other in needed:
            users[other].add(place)
    return users


def _on_circles(places: set[int], needs: list[set[int]]) -> set[int]:
    """Return the places without those from which every way comes to an end."""
    rest, users = set(places), _users(needs)
    counts = [len(needed & rest) for needed in needs]
    waiting = [place for place in rest if not counts[place]]
    while waiting:
        place = waiting.pop()
        rest.discard(place)
        for user in users[place] & rest:
            counts[user] -= 1
            if not counts[user]:
                waiting.append(user)
    return rest


def _way_back(start: int, links: Links, rest: set[int]) -> list[Link]:
    came_by: dict[int, tuple[int, Link]] = {}
    reached = [start]
    for place in reached:
        for link in links[place]:
            if link.to == start:
                way = [link]
                while place != start:
                    place, before = came_by[place]
                    way.append(before)
                return way[::-1]
            if link.to in rest and link.to not in came_by:
                came_by[link.to] = place, link
                reached.append(link.to)
    return []
