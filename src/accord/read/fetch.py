"""URL -> bytes and media type, over HTTP, from public addresses only."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from accord.model.errors import ReadError

if TYPE_CHECKING:
    import httpx2

Resolver = Callable[[str, int], list[str]]
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Prefixes that carry an IPv4 address inside an IPv6 one: NAT64 and 6to4 reach private hosts by a public-looking name.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,application/json;q=0.7,*/*;q=0.1"


def resolve(host: str, port: int) -> list[str]:
    """Addresses of a host by the system's resolver, IPv4 first."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return sorted({str(r[4][0]) for r in rows}, key=lambda a: (":" in a, a))


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """Limits of `HttpFetcher`.

    Attributes:
        timeout_s: For connecting and for each read.
        total_s: For one URL with all its redirects.
        max_bytes: Largest body, after decompression.
        max_redirects: Hops that are followed.
        allow_private: Also fetch from loopback and private addresses (tests, a house's own servers).
        resolve: Addresses of a host.
    """

    timeout_s: float = 10.0
    total_s: float = 30.0
    max_bytes: int = 20_000_000
    max_redirects: int = 5
    allow_private: bool = False
    resolve: Resolver = resolve


class HttpFetcher:
    """Fetches pages over http and https; proxies of the environment are not used.

    Every hop is resolved first, refused if any of its addresses is not public, and then connected to by the checked address, so that a name
    cannot change between check and use.
    """

    def __init__(self, options: FetchOptions | None = None, *, allow_private: bool = False) -> None:
        self._options = options or FetchOptions(allow_private=allow_private)

    def fetch(self, url: str) -> tuple[bytes, str]:
        """Body and media type of a page.

        Raises:
            ReadError: if it cannot be had; retryable where the server was busy or did not answer.
        """
        import httpx2

        deadline = time.monotonic() + self._options.total_s
        try:
            return self._follow(url, deadline)
        except httpx2.TimeoutException as error:
            raise ReadError(f"no answer within {self._options.timeout_s:g} s; try again later", retryable=True) from error
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise ReadError(f"not a valid URL ({error}); it should look like https://host/path") from error
        except httpx2.HTTPError as error:
            raise ReadError(f"cannot be reached: {_one_line(error)}; check the address and the network", retryable=True) from error

    def _follow(self, url: str, deadline: float) -> tuple[bytes, str]:
        import httpx2

        transport = httpx2.HTTPTransport(retries=0)
        with httpx2.Client(transport=transport, timeout=self._options.timeout_s, trust_env=False, follow_redirects=False) as client:
            target = httpx2.URL(url)
            for _ in range(self._options.max_redirects + 1):
                response = self._send(client, target)
                try:
                    place = response.headers.get("location")
                    if response.status_code in _REDIRECTS and place:
                        target = target.join(place)
                        continue
                    return self._body(response, deadline)
                finally:
                    response.close()
        raise ReadError(f"more than {self._options.max_redirects} redirects; give the address that they lead to")

    def _send(self, client: httpx2.Client, target: httpx2.URL) -> httpx2.Response:
        if target.scheme not in ("http", "https"):
            raise ReadError(f"leads to a {target.scheme or 'relative'} address; only http and https are fetched")
        if not target.host:
            raise ReadError("the URL names no host; it should look like https://host/path")
        port = target.port or (443 if target.scheme == "https" else 80)
        if not 0 < port < 65_536:
            raise ReadError(f"not a valid URL (port {port}); it should look like https://host/path")
        address = self._checked_address(target.host, port)
        request = client.build_request(
            "GET",
            target.copy_with(host=address),
            headers={"Host": target.netloc.decode("ascii"), "User-Agent": _user_agent(), "Accept": _ACCEPT},
            # The certificate has to be the host's, not the address's.
            extensions={"sni_hostname": target.host},
        )
        return client.send(request, stream=True)

    def _checked_address(self, host: str, port: int) -> str:
        try:
            addresses = self._options.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise ReadError(f"the host {host} cannot be found; check the address and the network", retryable=True) from error
        if not addresses:
            raise ReadError(f"the host {host} has no address; check the address", retryable=True)
        if not self._options.allow_private:
            for address in addresses:
                if not is_public(address):
                    raise ReadError(f"{host} is a private or local address ({address}); give a public URL or the file itself")
        return addresses[0]

    def _body(self, response: httpx2.Response, deadline: float) -> tuple[bytes, str]:
        limit = self._options.max_bytes
        if response.status_code != 200:
            busy = response.status_code in _BUSY
            advice = "try again later" if busy else "check the address"
            raise ReadError(f"the server answered {response.status_code} {response.reason_phrase}".strip() + f"; {advice}", retryable=busy)
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > limit:
            raise ReadError(f"{int(declared) / 1e6:.1f} MB large, the limit is {limit / 1e6:.1f} MB")
        parts, total = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            total += len(part)
            if total > limit:
                raise ReadError(f"larger than the limit of {limit / 1e6:.1f} MB")
            if time.monotonic() > deadline:
                raise ReadError(f"not all there within {self._options.total_s:g} s; try again later", retryable=True)
        return b"".join(parts), response.headers.get("content-type", "")


def is_public(address: str) -> bool:
    """Whether an address is reachable by anybody: not loopback, private, link-local, reserved, nor one of those inside IPv6."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and (ip in _NAT64 or int(ip) >> 32 == 0):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not _is_global(inner):
            return False
    return _is_global(ip)


def _is_global(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped is not None or ip in _NAT64):
        # The address inside has been checked; what `is_global` says of the wrapping differs by version of Python.
        return True
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _user_agent() -> str:
    try:
        return f"accord/{version('accord')} (news reader; reads single pages on request)"
    except PackageNotFoundError:
        return "accord (news reader; reads single pages on request)"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__
