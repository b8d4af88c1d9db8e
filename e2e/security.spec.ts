import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, expect, test } from './app.ts';

test('the page has no Node, no Electron, and one bridge of known calls', async ({ start }) => {
  const { page } = await start();
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
    bridge: Object.keys(window.bridge).sort(),
    isolated: globalThis.crossOriginIsolated,
  }));
  expect(found.node).toEqual([]);
  expect(found.bridge).toEqual(
    [
      ...[
        'start',
        'onOpen',
        'onCommand',
        'chooseArticles',
        'chooseArticle',
        'openDropped',
        'library',
        'openSample',
        'openRecent',
      ],
      ...['forgetRecent', 'keep', 'leave', 'saveExport', 'settings', 'changeSettings', 'openLink'],
    ].sort(),
  );
  expect(found.isolated).toBe(true);
});

test('the window is made with every protection on', async ({ start }) => {
  const { app } = await start();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Not in Electron's published types, but the one way to ask what is really in force.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('a strict content policy comes with every answer of app://, and inline script is dead', async ({ start }) => {
  const { page } = await start();
  const answer = await page.evaluate(async () => {
    const response = await fetch('/index.html');
    const script = document.createElement('script');
    script.textContent = 'globalThis.wasRun = true';
    document.body.append(script);
    // Text as code, outside of what the inspector runs, which may do more than the page.
    const { setTimeout: later } = globalThis as unknown as { setTimeout: (code: string, milliseconds: number) => void };
    later('globalThis.wasRun = true', 0);
    await new Promise((resolve) => window.setTimeout(resolve, 100));
    return { policy: response.headers.get('content-security-policy'), wasRun: 'wasRun' in globalThis };
  });
  expect(answer.policy).toContain("default-src 'none'");
  expect(answer.policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(answer.policy).not.toContain('unsafe-inline');
  expect(answer.wasRun).toBe(false);
});

test('app:// serves the page and the encoder, and nothing that climbs out of their folders', async ({ start }) => {
  const { page } = await start();
  const status = (path: string): Promise<number> =>
    page.evaluate(async (one) => (await fetch(one)).status, `app://vis-a-vis${path}`);
  expect(await status('/index.html')).toBe(200);
  expect(await status('/encoder/weights.bin.gz')).toBe(200);
  for (const path of [
    '/../main/index.js',
    '/..%2fmain%2findex.js',
    '/%2e%2e/main/index.js',
    '/encoder/..%2f..%2fpackage.json',
    '/encoder/%2e%2e%2f%2e%2e%2fpackage.json',
    '/encoder/..%5c..%5cpackage.json',
    '/%2fetc%2fpasswd.html',
    '/encoder/%00.bin',
    '/',
    '/assets',
    '/main/index.js',
  ]) {
    expect(await status(path), path).toBe(404);
  }
  const elsewhere = page.evaluate(() => fetch('app://other/index.html').then((response) => response.status));
  await expect(elsewhere).rejects.toThrow(/Failed to fetch/);
});

test('the page can neither go anywhere else, nor open a window, nor embed a webview', async ({ start }) => {
  const { app, page } = await start();
  // The question before a link is answered with "cancel".
  await app.evaluate(({ dialog, shell }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    shell.openExternal = () => Promise.reject(new Error('must not be called'));
  });
  const before = page.url();
  const opened = await page.evaluate(() => {
    const popup = window.open('https://example.org/');
    const webview = document.createElement('webview');
    document.body.append(webview);
    const isWebview = 'getWebContentsId' in webview;
    webview.remove();
    location.href = 'https://example.org/';
    return { popup: popup !== null, isWebview };
  });
  expect(opened).toEqual({ popup: false, isWebview: false });
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('a link is opened after a question, and only when it is of the web', async ({ start }) => {
  const { app, page } = await start();
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      asked.push(`asked ${(args.at(-1) as { detail: string }).detail}`);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
    shell.openExternal = (url) => {
      asked.push(`opened ${url}`);
      return Promise.resolve();
    };
  });
  await page.evaluate(async () => {
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/x',
      'https://u:p@example.org/',
      'nonsense',
    ])
      await window.bridge.openLink(url);
    await window.bridge.openLink('https://example.org/a');
  });
  const asked = await app.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked);
  expect(asked).toEqual(['asked https://example.org/a', 'opened https://example.org/a']);
});

test('every permission is denied', async ({ start }) => {
  const { page } = await start();
  const granted = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
    ] as const;
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    );
    return [...states, camera];
  });
  expect(granted.filter((state) => state !== 'denied')).toEqual([]);
});

test.describe('the session', () => {
  test.use({ provokesRequests: true });

  test('blocks and counts a request to the network, even one that main itself would make', async ({ start }) => {
    const { app } = await start();
    const answers = await app.evaluate(({ session }) =>
      Promise.all(
        ['https://example.org/', 'http://127.0.0.1:9/'].map((url) =>
          session.defaultSession.fetch(url).then(
            () => 'answered',
            (error: unknown) => String(error),
          ),
        ),
      ),
    );
    for (const answer of answers) expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
  });
});

test('the page’s own policy refuses the network before the session has to', async ({ start }) => {
  const { page } = await start();
  const answer = page.evaluate(() => fetch('https://example.org/').then((response) => response.status));
  await expect(answer).rejects.toThrow(/Failed to fetch/);
});

test('a message whose payload does not fit is refused before anything is done', async ({ start, userData }) => {
  const { page } = await start();
  const answers = await page.evaluate(async () => {
    const bridge = window.bridge as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
    const about = { titles: { fr: 'a', en: 'b' }, pairKind: 'translation', matched: 1, sentences: 1 };
    const malformed: readonly (readonly [string, readonly unknown[]])[] = [
      ['openRecent', ['../../../etc/passwd']],
      ['openRecent', []],
      ['forgetRecent', ['..']],
      ['forgetRecent', [{ toString: 'x' }]],
      ['keep', [{ id: '../x', about, document: '{}' }]],
      ['keep', [{ id: null, about: { ...about, matched: -1 }, document: '{}' }]],
      ['keep', [{ id: null, about, document: 7 }]],
      ['saveExport', [{ suggestedName: 'x.csv', bytes: 'text' }]],
      ['saveExport', [null]],
      ['changeSettings', [{ theme: 'pink' }]],
      ['changeSettings', [{ textSize: 1e9 }]],
      ['openLink', [7]],
      ['openSample', [['a']]],
    ];
    return Promise.all(
      malformed.map(async ([name, args]) => {
        const answer = await bridge[name]?.(...args).then(
          () => 'answered',
          (error: unknown) => String(error),
        );
        return `${name}: ${answer ?? 'missing'}`;
      }),
    );
  });
  for (const answer of answers) expect(answer).toContain('Refused');
  expect(await readdir(userData)).not.toContain('settings.json');
});

test('a message from any other window is refused', async ({ start }) => {
  const { app } = await start();
  const answer = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('app://vis-a-vis/index.html');
      const result: unknown = await stranger.webContents.executeJavaScript(
        'window.bridge.library().then(() => "answered", (error) => String(error))',
      );
      stranger.destroy();
      return result;
    },
    join(ROOT, 'out/preload/index.cjs'),
  );
  expect(answer).toContain('Refused');
});
