/** A rectangle of the page, relative to another one. */
interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function relative(rectangles: DOMRectList, home: DOMRect): Rectangle[] {
  return [...rectangles].map((rectangle) => ({
    left: rectangle.left - home.left,
    right: rectangle.right - home.left,
    top: rectangle.top - home.top,
    bottom: rectangle.bottom - home.top,
  }));
}

/**
 * The page's range of some letters of an element; words that only screen readers get do not count.
 *
 * @returns null where the element has fewer letters
 */
export function letters(element: HTMLElement, start: number, length: number): Range | null {
  const range = document.createRange();
  const walker = walkLetters(element);
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = at + (node.nodeValue?.length ?? 0);
    if (!begun && start < end) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && start + length <= end) {
      range.setEnd(node, start + length - at);
      return range;
    }
    at = end;
  }
  return null;
}

/** How many letters of an element stand before a place in one of its text nodes; null where the place is not in its letters. */
export function lettersBefore(
  element: HTMLElement,
  place: { readonly node: Node; readonly offset: number },
): number | null {
  const walker = walkLetters(element);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === place.node) return at + place.offset;
    at += node.nodeValue?.length ?? 0;
  }
  return null;
}

/** Words that only screen readers get are none of the text's. */
function walkLetters(element: HTMLElement): TreeWalker {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.unseen') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
}
