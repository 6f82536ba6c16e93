#!/usr/bin/python3
"""A browser window on WebKitGTK that keeps what pages store, which WebKit's driver never does.

    keeping_browser.py FOLDER

Everything is stored in FOLDER. A line of JSON on standard input is an order, answered by a line on standard output:

    {"id": 1, "open": "http://…"}       once the page has loaded       {"id": 1, "value": null}
    {"id": 2, "reload": true}           the same                       {"id": 2, "value": null}
    {"id": 3, "run": "return await x"}  once the function has ended    {"id": 3, "value": …} or {"id": 3, "error": "…"}
    {"id": 4, "keys": "7"}              once the keys are on their way {"id": 4, "value": null}

The end of standard input closes the window.
"""

import json
import sys
import threading

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, GLib, Gtk, WebKit2  # noqa: E402


class Browser:
    """One window with one page."""

    def __init__(self, folder):
        store = WebKit2.WebsiteDataManager(base_data_directory=f"{folder}/data", base_cache_directory=f"{folder}/cache")
        self.view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_with_website_data_manager(store))
        self.view.connect("load-changed", self.load_changed)
        self.view.connect("load-failed", self.load_failed)
        self.opening = None
        self.window = Gtk.Window(default_width=400, default_height=800)
        self.window.connect("map-event", self.appeared)
        self.window.connect("destroy", Gtk.main_quit)
        self.window.add(self.view)
        self.window.show_all()
        self.view.grab_focus()

    def appeared(self, window, _event):
        # There is no window manager that would give it the keyboard.
        window.get_window().focus(Gdk.CURRENT_TIME)

    def obey(self, line):
        """Does what one line orders."""
        order = json.loads(line)
        number = order["id"]
        if "open" in order:
            self.opening = number
            self.view.load_uri(order["open"])
        elif "reload" in order:
            self.opening = number
            self.view.reload()
        elif "run" in order:
            self.view.call_async_javascript_function(order["run"], -1, None, None, None, None, self.ran, number)
        elif "keys" in order:
            for letter in order["keys"]:
                self.press(letter)
            answer(number, value=None)

    def ran(self, view, result, number):
        try:
            text = view.call_async_javascript_function_finish(result).to_json(0)
        except GLib.Error as error:
            answer(number, error=error.message)
        else:
            answer(number, value=json.loads(text) if text else None)

    def load_changed(self, _view, event):
        if event == WebKit2.LoadEvent.FINISHED:
            self.opened(value=None)

    def load_failed(self, _view, _event, address, error):
        self.opened(error=f"{address}: {error.message}")

    def opened(self, **outcome):
        number, self.opening = self.opening, None
        if number is not None:
            answer(number, **outcome)

    def press(self, letter):
        """Presses a key and lets it go, as the keyboard of this screen would."""
        value = Gdk.unicode_to_keyval(ord(letter))
        display = self.window.get_display()
        _, places = Gdk.Keymap.get_for_display(display).get_entries_for_keyval(value)
        for kind in (Gdk.EventType.KEY_PRESS, Gdk.EventType.KEY_RELEASE):
            event = Gdk.Event.new(kind)
            event.window = self.window.get_window()
            event.send_event = False
            event.time = Gtk.get_current_event_time()
            event.keyval = value
            event.hardware_keycode = places[0].keycode if places else 0
            event.set_device(display.get_default_seat().get_keyboard())
            self.view.event(event)


def answer(number, **outcome):
    print(json.dumps({"id": number, **outcome}), flush=True)


def listen(browser):
    for line in sys.stdin:
        GLib.idle_add(browser.obey, line)
    GLib.idle_add(browser.window.destroy)


def main():
    browser = Browser(sys.argv[1])
    threading.Thread(target=listen, args=[browser], daemon=True).start()
    Gtk.main()


main()
