import { app, session, type Session } from 'electron';
import { askToOpenLink } from './links.ts';
import { log } from './log.ts';
import { ORIGIN } from './protocol.ts';

/** Schemes that stay on this computer. `devtools:` is the inspector, which a developer opens. */
const LOCAL_SCHEMES = new Set(['app:', 'devtools:', 'data:', 'blob:']);

/** Before 'ready': Chromium's own errands are off, and no name of the internet resolves, whoever asks. */
export function refuseBackgroundTraffic(): void {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** For every page there will ever be: no navigation, no new window, no webview. */
export function lockContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      log.warn('webview refused');
    });
    const refuse = (event: { readonly url: string; preventDefault(): void }): void => {
      // The page may load itself anew; nothing else may take its place.
      if (event.url === `${ORIGIN}/index.html`) return;
      event.preventDefault();
      log.warn('navigation refused');
    };
    contents.on('will-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.setWindowOpenHandler(({ url }) => {
      void askToOpenLink(url);
      return { action: 'deny' };
    });
  });
}

/** The session, and any that might be made later: no permission, no device, no download, no request that leaves. */
export function lockSession(): void {
  lockOneSession(session.defaultSession);
  app.on('session-created', lockOneSession);
}

function lockOneSession(one: Session): void {
  one.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn(`permission refused: ${permission}`);
    answer(false);
  });
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  // Chromium would fetch a dictionary for each of these languages, spelling checked or not.
  one.setSpellCheckerLanguages([]);
  one.setSpellCheckerEnabled(false);
  one.on('will-download', (event) => {
    event.preventDefault();
    log.warn('download refused');
  });
  one.webRequest.onBeforeRequest((request, answer) => {
    const { protocol } = new URL(request.url);
    const cancel = !LOCAL_SCHEMES.has(protocol);
    if (cancel) log.warn(`request refused: ${protocol}`);
    answer({ cancel });
  });
}
