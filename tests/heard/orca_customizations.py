"""Run by Orca itself as it starts: Orca then speaks onto descriptor 3, where each line is JSON.

  spoken   an utterance
  key      a key that Orca has had, whether it was pressed or released, and whether it is one that is held
  rest     that Orca has done all it had to do when a sign came through the page (see screen_reader.mjs), whether it has
           stirred since it told so last, whether it leaves the keys to the page (its focus mode), and how often the place
           at which it reads has changed
  fault    what went wrong with telling that

A description is told once a key: Orca says it with the control, which is when it first asks Firefox for it; where it is
another one by then, Firefox tells Orca that it has changed, and now and then Orca says the same words once more for that.
Only what is said because of that event is left out, and only if those words were said since the last key: whatever the page
says twice by itself, in a label, a text or a live region, is told twice.

Does not change what Orca says or does, but that it does not echo keys, does not read out a page by itself, looks for no
other server of speech, and does nothing differently where the machine is slow: it waits for Firefox as long as that takes,
drops no events where there are many, and takes no two keys for a double press.
"""
import json
import os
import traceback

import gi
import pyatspi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
from orca import event_manager, input_event, orca_state, settings, speechserver
from orca.scripts import default

MILLISECONDS_BETWEEN_LOOKS = 10
MILLISECONDS_FOR_AN_ANSWER = 60_000

settings.enableKeyEcho = False
settings.enableSound = False
settings.enableBraille = False
settings.sayAllOnLoad = False
settings.speechServerFactory = __name__
settings.speechFactoryModules = []
settings.doubleClickTimeout = -1
Atspi.set_timeout(MILLISECONDS_FOR_AN_ANSWER, MILLISECONDS_FOR_AN_ANSWER)
event_manager.EventManager._inFlood = event_manager.EventManager._inDeluge = lambda self: False


def tell(**what):
    os.write(3, (json.dumps(what) + "\n").encode())


class SpeechServer(speechserver.SpeechServer):
    """Where Orca speaks to: nobody listens but who reads descriptor 3."""

    @staticmethod
    def getFactoryName():
        return "descriptor 3"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        return SpeechServer()

    @staticmethod
    def shutdownActiveServers():
        pass

    def speak(self, text=None, acss=None, interrupt=True):
        self.speakCharacter(text)

    def speakCharacter(self, character, acss=None):
        watch.stirred = True
        if not (watch.describes and character in watch.said):
            watch.said.add(character)
            tell(spoken=character)


class Watch:
    """What Orca has still to do, and what of it tells that it does something."""

    def __init__(self):
        self.stirred = False
        self.commands = 0  # its own, of keys it has had, which it carries out a moment later
        self.places = 0
        self.place = None
        self.said = set()  # since the last key was pressed
        self.describes = False  # says what it does because a description has changed

    def has_to_do(self):
        script = orca_state.activeScript
        regions = getattr(script, "liveRegionManager", None)
        return self.commands > 0 or not manager._eventQueue.empty() or (regions and len(regions.msg_queue) > 0)

    def sign_came(self, event):
        GLib.timeout_add(MILLISECONDS_BETWEEN_LOOKS, self.look)

    def look(self):
        try:
            if self.has_to_do():
                return True
            script = orca_state.activeScript
            place = script.utilities.getCaretContext(searchIfNeeded=False) if hasattr(script, "inFocusMode") else None
            self.places += place != self.place
            self.place = place
            tell(rest=True, stirred=self.stirred, typing=place is not None and script.inFocusMode(), places=self.places)
            self.stirred = False
        except Exception:
            tell(fault=traceback.format_exc())
        return False


def told_of_keys(process):
    def processed(event):
        if event.isPressedKey():
            watch.said.clear()
        did = process(event)
        if event._result_reason == "Will be consumed":
            watch.commands += 1
        tell(key=event.hw_code, pressed=event.isPressedKey(), held=event.isModifierKey())
        return did
    return processed


def told_of_commands(consume):
    def consumed(event):
        watch.stirred = True
        try:
            return consume(event)
        finally:
            watch.commands -= 1
    return consumed


def told_of_events(process):
    def processed(self, event):
        watch.stirred = True
        return process(self, event)
    return processed


def told_of_descriptions(changed):
    def told(self, event):
        watch.describes = True
        try:
            changed(self, event)
        finally:
            watch.describes = False
    return told


watch = Watch()
manager = event_manager.getManager()
input_event.KeyboardEvent.process = told_of_keys(input_event.KeyboardEvent.process)
input_event.KeyboardEvent._consume = told_of_commands(input_event.KeyboardEvent._consume)
event_manager.EventManager._processObjectEvent = told_of_events(event_manager.EventManager._processObjectEvent)
default.Script.onDescriptionChanged = told_of_descriptions(default.Script.onDescriptionChanged)
# Orca itself does not listen to this one.
pyatspi.Registry.registerEventListener(watch.sign_came, "object:state-changed:required")
