import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/literata/opsz.css';
import './shared/tokens.css';
import './shared/base.css';
import { mount } from 'svelte';
import type { Bridge } from '../contract.ts';
import Window from './App.svelte';
import { Engine } from './engine.ts';
import { App } from './state/app.svelte.ts';
import { Preferences } from './state/preferences.svelte.ts';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

const { bridge } = window;
const [preferences, first] = await Promise.all([Preferences.load(bridge), bridge.start()]);
const app = new App(bridge, new Engine(), preferences);
const target = document.getElementById('window');
if (!target) throw new Error('index.html has no #window');
// What was asked for is shown first: no flash of the library before a comparison.
const opening = app.start(first);
mount(Window, { target, props: { app } });
await opening;
