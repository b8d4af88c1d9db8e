import type { Attachment } from 'svelte/attachments';
import type { Side } from '../../contract.ts';
import { samePlace, type Place } from '../state/places.ts';
import type { Spread } from './spread.svelte.ts';

/** Pixels of a line, for wheels that count lines. */
const LINE = 40;

/** One notch of a mouse wheel in the units of `wheelDelta`; a touchpad gives other amounts. */
const NOTCH = 120;

/**
 * Pointer, wheel and keys of the two columns. The wheel is taken over so that both columns and the drawing between
 * them move in one and the same frame.
 */
export function listen(spread: Spread): Attachment<HTMLElement> {
  return (element) => {
    const { open } = spread;
    let pointer = { x: -1, y: -1 };

    const onpointermove = (event: PointerEvent): void => {
      // Text that scrolls under a resting pointer is not pointed at.
      if (event.screenX === pointer.x && event.screenY === pointer.y) return;
      pointer = { x: event.screenX, y: event.screenY };
      const place = placeOf(event.target);
      if (!samePlace(place, open.hovered)) open.hovered = place;
      const at = place && spread.letterAt(place, event.clientX, event.clientY);
      const pointed = place && at !== null ? { side: place.side, at } : null;
      if (pointed?.at !== open.pointed?.at || pointed?.side !== open.pointed?.side) open.pointed = pointed;
    };
    const onpointerleave = (): void => {
      open.hovered = null;
      open.pointed = null;
    };
    const onclick = (event: MouseEvent): void => {
      const place = placeOf(event.target);
      if (place && getSelection()?.isCollapsed !== false) open.place(place, 'pointer');
    };
    const onwheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey || event.deltaY === 0) return;
      event.preventDefault();
      const soft = event.deltaMode !== 0 || event.deltaY % NOTCH === 0 || event.deltaY % 100 === 0;
      const unit = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? LINE : element.clientHeight;
      const rectangle = element.getBoundingClientRect();
      const side: Side = event.clientX < rectangle.left + rectangle.width / 2 ? 'fr' : 'en';
      spread.scrollBy(side, event.deltaY * unit, soft);
    };
    const onkeydown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (
        press(
          spread,
          event.key,
          !(event.target instanceof Node) || element.contains(event.target) || event.target === document.body,
        )
      ) {
        event.preventDefault();
      }
    };
    const onfocusin = (event: FocusEvent): void => {
      const place = placeOf(event.target);
      if (place && !samePlace(place, open.caret)) open.place(place, 'keyboard');
    };

    element.addEventListener('pointermove', onpointermove);
    element.addEventListener('pointerleave', onpointerleave);
    element.addEventListener('click', onclick);
    element.addEventListener('wheel', onwheel, { passive: false });
    element.addEventListener('focusin', onfocusin);
    addEventListener('keydown', onkeydown);
    return () => {
      element.removeEventListener('pointermove', onpointermove);
      element.removeEventListener('pointerleave', onpointerleave);
      element.removeEventListener('click', onclick);
      element.removeEventListener('wheel', onwheel);
      element.removeEventListener('focusin', onfocusin);
      removeEventListener('keydown', onkeydown);
    };
  };
}

/** @param inText the key was pressed in the text, not on a button, which has its own use for Enter and the space bar */
function press(spread: Spread, key: string, inText: boolean): boolean {
  const { open } = spread;
  if (key === 't' || key === 'T') {
    spread.tie(!open.tied);
    return true;
  }
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (open.caret) open.step(key === 'ArrowDown' ? 1 : -1);
      else startAtEye(spread);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      if (!open.caret) startAtEye(spread);
      else if (open.caret.side === (key === 'ArrowRight' ? 'fr' : 'en')) open.toCounterpart();
      return true;
    case 'Enter':
      return inText && open.caret !== null && open.toCounterpart();
    case ' ':
      if (!inText) return false;
      scrollPage(spread, 1);
      return true;
    case 'PageDown':
    case 'PageUp':
      scrollPage(spread, key === 'PageUp' ? -1 : 1);
      return true;
    case 'Home':
    case 'End': {
      const side = open.caret?.side ?? 'fr';
      const sentence = key === 'Home' ? 0 : open.articles[side].sentences.length - 1;
      open.place({ side, sentence }, 'jump');
      return true;
    }
    case 'Escape':
      open.hovered = null;
      open.caret = null;
      return true;
    default:
      return false;
  }
}

function startAtEye(spread: Spread): void {
  const place = spread.placeAtEye();
  if (place) spread.open.place(place, 'keyboard');
}

function scrollPage(spread: Spread, by: 1 | -1): void {
  const side = spread.open.caret?.side ?? 'fr';
  const sheet = spread.sheets[side];
  spread.scrollBy(side, by * (sheet.height - 2 * sheet.layout.type.lead), true);
}

function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null;
  const sentence = target.closest<HTMLElement>('[data-sentence]');
  const side = sentence?.closest<HTMLElement>('section[lang]')?.lang;
  if (!sentence || (side !== 'fr' && side !== 'en')) return null;
  return { side, sentence: Number(sentence.dataset.sentence) };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
