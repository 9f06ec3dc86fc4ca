"""A headless Chromium, driven over the pipe of its developer tools: the standard library suffices."""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ('chromium', 'chromium-browser', 'google-chrome')


def find():
    """The path of an installed Chromium, or None."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Browser:
    """Opens pages of files. Messages go to descriptor 3 and come from descriptor 4, parted by NUL."""

    def __init__(self, program):
        self.profile = tempfile.TemporaryDirectory(prefix='quoth-chromium-')
        to_browser, self.input = os.pipe()
        self.output, from_browser = os.pipe()
        self.process = subprocess.Popen(
            ['/bin/sh', '-c', 'exec "$@" 3<&"$0" 4>&' + str(from_browser), str(to_browser), program,
             '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
             '--no-first-run', '--hide-scrollbars', '--remote-debugging-pipe',
             f'--user-data-dir={self.profile.name}', 'about:blank'],
            pass_fds=(to_browser, from_browser), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.waiting, self.events, self.number, self.session = b'', [], 0, None
        target = self.call('Target.createTarget', url='about:blank')['targetId']
        self.session = self.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.call(f'{domain}.enable')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session = None
        try:
            self.call('Browser.close')
            self.process.wait(20)
        except (OSError, EOFError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.input)
        os.close(self.output)
        self.profile.cleanup()

    def call(self, method, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if self.session:
            message['sessionId'] = self.session
        os.write(self.input, json.dumps(message).encode() + b'\0')
        while True:
            came = self.receive()
            if came.get('id') == self.number:
                if 'error' in came:
                    raise RuntimeError(f'{method}: {came["error"]["message"]}')
                return came['result']
            self.events.append(came)

    def receive(self):
        while b'\0' not in self.waiting:
            more = os.read(self.output, 1 << 20)
            if not more:
                raise EOFError('Chromium has ended')
            self.waiting += more
        message, _, self.waiting = self.waiting.partition(b'\0')
        return json.loads(message)

    def show(self, width=1280, height=900, dark=False, media='screen', still=True, phone=False):
        features = [{'name': 'prefers-color-scheme', 'value': 'dark' if dark else 'light'},
                    {'name': 'prefers-reduced-motion', 'value': 'reduce' if still else 'no-preference'}]
        self.call('Emulation.setEmulatedMedia', media=media, features=features)
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height,
                  deviceScaleFactor=1, mobile=phone)

    def open(self, path, fragment='', scripts=True):
        self.call('Emulation.setScriptExecutionDisabled', value=not scripts)
        self.call('Page.navigate', url='about:blank')  # a new fragment alone would load nothing
        self.until("location.href === 'about:blank'")
        self.events.clear()
        self.call('Page.navigate', url=f'file://{path}{fragment}')
        self.until("location.protocol === 'file:' && document.readyState === 'complete'")

    def until(self, expression, seconds=120):
        end = time.monotonic() + seconds
        while not self.evaluate(expression):
            if time.monotonic() > end:
                raise TimeoutError(expression)
            time.sleep(.02)

    def evaluate(self, expression):
        came = self.call('Runtime.evaluate', expression=expression, returnByValue=True, awaitPromise=True)
        if 'exceptionDetails' in came:
            raise RuntimeError(came['exceptionDetails']['exception'].get('description', expression))
        return came['result'].get('value')

    def key(self, name, code=None, text=None):
        code = code or {'Tab': 9, 'Enter': 13, 'Escape': 27}[name]
        text = text or ('\r' if name == 'Enter' else '')
        for kind in ('keyDown', 'keyUp'):
            self.call('Input.dispatchKeyEvent', type=kind, key=name, code=name,
                      windowsVirtualKeyCode=code, **({'text': text} if text and kind == 'keyDown' else {}))

    def screenshot(self, path, whole=False):
        shot = self.call('Page.captureScreenshot', format='png', captureBeyondViewport=whole)
        with open(path, 'wb') as file:
            file.write(base64.b64decode(shot['data']))
