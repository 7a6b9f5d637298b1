// The keyboard alone.

import assert from 'node:assert/strict';

/** Presses Tab until the focus is on the element; fails when it does not come within so many presses. */
export async function tabTo(person, locator, limit = 40, key = 'Tab') {
  for (let presses = 0; presses <= limit; presses += 1) {
    if (await hasFocus(locator)) return;
    await person.page.keyboard.press(key);
  }
  assert.fail(`The focus never came to ${locator}`);
}

export async function hasFocus(locator) {
  return (await locator.count()) > 0 && locator.first().evaluate((element) => element === document.activeElement);
}

/** Waits until an element has the focus. */
export async function seeFocus(person, locator) {
  await locator.first().waitFor();
  const deadline = Date.now() + 5_000;
  while (!(await hasFocus(locator))) {
    if (Date.now() > deadline) {
      const holder = await person.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      assert.fail(`The focus is not on ${locator}, but on ${holder}`);
    }
    await person.page.waitForTimeout(20);
  }
}

/** Fails unless the element that has the focus shows it, and lies in the window. */
export async function assertFocusSeen(person) {
  const seen = await person.page.evaluate(() => {
    // A hidden file field is drawn as its label.
    const own = document.activeElement;
    const drawn = own.type === 'file' ? own.closest('label') ?? own : own;
    const style = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const rings = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const covered = inside && middle !== null && !drawn.contains(middle) && !middle.contains(drawn);
    return { rings, inside, covered, what: drawn.outerHTML.slice(0, 160) };
  });
  assert.deepEqual({ ...seen, what: '' }, { rings: true, inside: true, covered: false, what: '' }, seen.what);
}
