"""HTTP fetching: what is refused before a byte is sent, and what comes of answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from accord.model.errors import ReadError
from accord.read.fetch import FetchOptions, HttpFetcher, is_public


class Site(BaseHTTPRequestHandler):
    """A small site on loopback."""

    def do_GET(self) -> None:
        status, headers, body = PAGES.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keeps the test output clean."""


PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/": (200, {"Content-Type": "text/html; charset=utf-8"}, b"<p>hello</p>"),
    "/moved": (302, {"Location": "/"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/inside": (302, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/busy": (503, {}, b""),
    "/large": (200, {}, b"x" * 5_000),
}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield int(server.server_address[1])
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetcher() -> HttpFetcher:
    return HttpFetcher(allow_private=True)


@pytest.mark.parametrize("path", ["/", "/moved"])
def test_body_and_media_type(port: int, fetcher: HttpFetcher, path: str) -> None:
    assert fetcher.fetch(f"http://127.0.0.1:{port}{path}") == (b"<p>hello</p>", "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "words", "retryable"),
    [("/none", "404", False), ("/busy", "503", True), ("/loop", "more than 5 redirects", False), ("/file", "only http and https", False)],
)
def test_answers_that_are_no_page(port: int, fetcher: HttpFetcher, path: str, words: str, retryable: bool) -> None:
    with pytest.raises(ReadError, match=words) as error:
        fetcher.fetch(f"http://127.0.0.1:{port}{path}")
    assert error.value.retryable is retryable
    assert "\n" not in str(error.value)


def test_size_limit(port: int) -> None:
    with pytest.raises(ReadError, match="limit"):
        HttpFetcher(FetchOptions(allow_private=True, max_bytes=1_000)).fetch(f"http://127.0.0.1:{port}/large")


def test_a_redirect_to_a_private_address_is_refused(port: int) -> None:
    addresses = {"127.0.0.1": ["93.184.216.34"], "169.254.169.254": ["169.254.169.254"]}
    hops: list[str] = []

    class Loopback(HttpFetcher):
        """Sends the checked first hop to the site on loopback, as if that were public."""

        def _checked_address(self, host: str, port: int) -> str:
            hops.append(host)
            super()._checked_address(host, port)
            return "127.0.0.1"

    with pytest.raises(ReadError, match=r"169\.254\.169\.254 is a private or local address"):
        Loopback(FetchOptions(resolve=lambda host, _port: addresses[host])).fetch(f"http://127.0.0.1:{port}/inside")
    assert hops == ["127.0.0.1", "169.254.169.254"]


@pytest.mark.parametrize(
    ("url", "addresses", "words"),
    [
        ("http://localhost/", ["127.0.0.1"], "private or local"),
        ("http://news.example/", ["8.8.8.8", "10.0.0.5"], "private or local"),
        ("http://news.example/", ["::ffff:192.168.1.1"], "private or local"),
        ("http://news.example/", [], "no address"),
        ("ftp://news.example/", ["8.8.8.8"], "only http and https"),
        ("http:///path", ["8.8.8.8"], "URL"),
        ("http://news.example:99999/", ["8.8.8.8"], "URL"),
    ],
)
def test_refused_before_connecting(url: str, addresses: list[str], words: str) -> None:
    with pytest.raises(ReadError, match=words):
        HttpFetcher(FetchOptions(resolve=lambda _host, _port: addresses)).fetch(url)


def test_unknown_host() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError(f"{host}:{port}")

    with pytest.raises(ReadError, match=r"host news\.example cannot be found") as error:
        HttpFetcher(FetchOptions(resolve=resolve)).fetch("https://news.example/")
    assert error.value.retryable


def test_nobody_listens() -> None:
    server = HTTPServer(("127.0.0.1", 0), Site)
    free = int(server.server_address[1])
    server.server_close()
    with pytest.raises(ReadError, match="cannot be reached") as error:
        HttpFetcher(allow_private=True).fetch(f"http://127.0.0.1:{free}/")
    assert error.value.retryable


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::5db8:d822", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("172.16.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::7f00:1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("ff02::1", False),
        ("not an address", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
