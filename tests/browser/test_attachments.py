"""Photos and PDFs: chosen, dropped or pasted, seen before they go, refused with a reason."""

from __future__ import annotations

import base64

import pytest

from tests.browser.chat import Chat
from tests.browser.standin import StandIn

expect = pytest.importorskip("playwright.sync_api").expect

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PHOTO = {"name": "tracking.png", "mimeType": "image/png", "buffer": PNG}
HAND_OVER = """([field, how, type]) => {
    const bytes = Uint8Array.from(atob('%s'), letter => letter.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'tracking.png', {type: 'image/png'}))
    const init = {bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data}
    field.dispatchEvent(how === 'paste' ? new ClipboardEvent('paste', init) : new DragEvent('drop', init))
}""" % base64.b64encode(PNG).decode()  # noqa: UP031


def pick(chat: Chat, file: dict[str, object]) -> None:
    chat.find("input[multiple]").set_input_files(files=[file])


def test_a_photo_is_shown_before_it_is_sent(talking: Chat) -> None:
    pick(talking, PHOTO)
    expect(talking.find(".chip")).to_contain_text("Ready to send")
    expect(talking.find(".chip canvas")).to_be_visible()
    assert talking.troubles == []


def test_a_photo_goes_with_the_message(talking: Chat, standin: StandIn) -> None:
    pick(talking, PHOTO)
    talking.find(".chip").get_by_text("Ready to send").wait_for()
    talking.say("this is what I see")
    expect(talking.find(".message.shopper:not(.pending) .file")).to_contain_text("tracking.png")
    expect(talking.find(".chip")).to_have_count(0)
    (attachment_id,) = standin.uploads
    assert standin.uploads[attachment_id] == PNG
    assert standin.posts[-1]["attachment_id"] == attachment_id


def test_a_photo_can_go_without_a_word(talking: Chat, standin: StandIn) -> None:
    pick(talking, PHOTO)
    talking.find(".chip").get_by_text("Ready to send").wait_for()
    talking.button("Send").click()
    expect(talking.find(".message.shopper:not(.pending) .file")).to_be_visible()


def test_a_photo_can_be_taken_back(talking: Chat) -> None:
    pick(talking, PHOTO)
    talking.button("Remove: tracking.png").click()
    expect(talking.find(".chip")).to_have_count(0)


@pytest.mark.parametrize("how", ["paste", "drop"])
def test_a_photo_can_be_pasted_or_dropped(how: str, talking: Chat) -> None:
    talking.page.evaluate(HAND_OVER, [talking.field.element_handle(), how, ""])
    expect(talking.find(".chip")).to_contain_text("tracking.png")


def test_a_file_that_waits_to_be_sent_is_there_after_a_reload_and_goes_once(talking: Chat, standin: StandIn) -> None:
    pick(talking, PHOTO)
    talking.find(".chip").get_by_text("Ready to send").wait_for()
    talking.page.reload()
    talking.open().find(".chip").get_by_text("tracking.png").wait_for()
    talking.say("this is what I see")
    expect(talking.find(".message.shopper:not(.pending) .file")).to_have_text("tracking.png")
    expect(talking.find(".chip")).to_have_count(0)
    (kept,) = standin.uploads
    assert [post["attachment_id"] for post in standin.posts if "attachment_id" in post] == [kept]


def test_starting_over_drops_the_file_that_waits(talking: Chat) -> None:
    pick(talking, PHOTO)
    talking.find(".chip").get_by_text("Ready to send").wait_for()
    talking.menu("Start over").choose("Start a new chat")
    expect(talking.find(".chip")).to_have_count(0)


def test_another_kind_of_file_is_refused_with_the_kinds_that_go(talking: Chat) -> None:
    pick(talking, {"name": "virus.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"})
    expect(talking.find(".chip")).to_contain_text("Please choose a photo (PNG, JPEG, WebP) or a PDF.")


def test_a_file_over_5_mb_is_refused_before_it_is_sent(talking: Chat, standin: StandIn) -> None:
    pick(talking, {"name": "big.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-" + bytes(5 * 1024 * 1024)})
    expect(talking.find(".chip")).to_contain_text("larger than 5 MB")
    assert standin.uploads == {}


def test_a_file_the_server_does_not_believe_is_refused(talking: Chat, standin: StandIn) -> None:
    standin.refuse_next = 415
    pick(talking, PHOTO)
    expect(talking.find(".chip")).to_contain_text("Please choose a photo")


def test_an_upload_that_fails_can_be_tried_again(talking: Chat, standin: StandIn) -> None:
    standin.refuse_next = 503
    pick(talking, PHOTO)
    talking.find(".chip").get_by_role("button", name="Try again").click()
    expect(talking.find(".chip")).to_contain_text("Ready to send")


def test_a_photo_is_kept_until_what_shows_it_can_be_fetched(talking: Chat) -> None:
    talking.page.route("**/widget/**/files*.js*", lambda route: route.abort())
    pick(talking, PHOTO)
    expect(talking.find(".tray")).to_contain_text("The file did not get through.")
    talking.page.unroute("**/widget/**/files*.js*")
    talking.find(".tray").get_by_role("button", name="Try again").click()
    expect(talking.find(".chip")).to_contain_text("Ready to send")


def test_who_sends_no_file_does_not_download_what_shows_them(talking: Chat) -> None:
    fetched = talking.page.evaluate("performance.getEntriesByType('resource').map(({name}) => name)")
    assert [name for name in fetched if "chat" in name]
    assert not [name for name in fetched if "/files" in name]


def test_the_way_of_a_slow_upload_is_shown(talking: Chat, standin: StandIn) -> None:
    standin.hold()
    pick(talking, PHOTO)
    expect(talking.find(".chip")).to_contain_text("% sent")
    standin.let_go()
    expect(talking.find(".chip")).to_contain_text("Ready to send")


def test_a_big_photo_is_made_smaller_before_it_travels(talking: Chat, standin: StandIn) -> None:
    talking.page.evaluate(_PICK_BIG_PHOTO, talking.find("input[multiple]").element_handle())
    expect(talking.find(".chip")).to_contain_text("Ready to send")
    (body,) = standin.uploads.values()
    assert body.startswith(b"\xff\xd8\xff")
    assert len(body) < 3_000_000


_PICK_BIG_PHOTO = """async input => {
    const canvas = new OffscreenCanvas(2400, 1800)
    const ink = canvas.getContext('2d')
    for (let n = 0; n < 60000; n++) {
        ink.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`
        ink.fillRect(Math.random() * 2400, Math.random() * 1800, 12, 12)
    }
    const blob = await canvas.convertToBlob({type: 'image/png'})
    const data = new DataTransfer()
    data.items.add(new File([blob], 'camera.png', {type: 'image/png'}))
    input.files = data.files
    input.dispatchEvent(new Event('change'))
}"""
