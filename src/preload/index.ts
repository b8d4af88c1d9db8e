import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, MenuCommand, OpenRequest } from '../contract.ts';

/** `window.bridge`: the typed surface of the contract, and nothing else of Electron. */
const bridge: Bridge = {
  start: () => call('start'),
  onOpen: (listener) => listen('open', listener),
  onCommand: (listener) => listen('command', listener),
  chooseArticles: () => call('chooseArticles'),
  chooseArticle: () => call('chooseArticle'),
  openDropped: (files) => call('openDropped', pathsOf(files)),
  library: () => call('library'),
  openSample: (id) => call('openSample', id),
  openRecent: (id) => call('openRecent', id),
  forgetRecent: (id) => call('forgetRecent', id),
  keep: (entry) => call('keep', entry),
  leave: () => call('leave'),
  saveExport: (file) => call('saveExport', file),
  settings: () => call('settings'),
  changeSettings: (change) => call('changeSettings', change),
  openLink: (url) => call('openLink', url),
};

contextBridge.exposeInMainWorld('bridge', bridge);

type CallName = Exclude<keyof Bridge, 'onOpen' | 'onCommand'>;

/** Main checks the payload; the answer has the contract's type because main's table of answers is checked against it. */
async function call<Name extends CallName>(name: Name, ...args: unknown[]): Promise<Awaited<ReturnType<Bridge[Name]>>> {
  return (await ipcRenderer.invoke(`bridge:${name}`, ...args)) as Awaited<ReturnType<Bridge[Name]>>;
}

/** What main sends of its own accord. */
interface Sent {
  readonly open: OpenRequest;
  readonly command: MenuCommand;
}

function listen<Channel extends keyof Sent>(channel: Channel, listener: (message: Sent[Channel]) => void): () => void {
  const wrapped = (_event: unknown, message: Sent[Channel]): void => {
    listener(message);
  };
  ipcRenderer.on(channel, wrapped);
  return () => {
    ipcRenderer.off(channel, wrapped);
  };
}

/** Only a file that a person dropped or chose has a path; one that the page made up, or a picture dragged from a browser, has none. */
function pathsOf(files: readonly File[]): readonly string[] {
  return files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
}
