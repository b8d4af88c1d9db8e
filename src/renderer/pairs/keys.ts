/** Elements that have a use of their own for the arrow keys. */
const OWN_ARROWS = 'input, select, textarea, [contenteditable], [role="menu"], [role="dialog"], [popover]';

/** Whether a key belongs to the list in sight: nothing else is being typed into, and no shortcut is meant. */
export function isForList(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  return !(event.target instanceof Element && event.target.closest(OWN_ARROWS));
}

/** Whether Enter is free: a button in focus takes it for itself. */
export function isOnControl(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, a, summary') !== null;
}
