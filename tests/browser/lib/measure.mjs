// What can be measured of a page without knowing what stands on it. Each gives a readable line for each fault; all of
// them run in the page.

/**
 * Sets the size of letters, and names what sticks out of the window, what is cut off, and what scrolls sideways.
 *
 * @param {number} letters in hundredths of the usual size
 */
export function cutOff(letters) {
  document.documentElement.style.fontSize = letters === 100 ? '' : `${letters}%`;
  const name = (one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}"> ${(one.textContent ?? '').trim().slice(0, 40)}`;
  // What is there for ears alone is clipped to nothing.
  const isForEars = (one) => one !== null && (getComputedStyle(one).clipPath !== 'none' || isForEars(one.parentElement));
  const faults = [];
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`);
  for (const one of document.querySelectorAll('body *')) {
    if (!one.checkVisibility() || one.closest('svg')) continue;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    if (isForEars(one) || box.width <= 1 || box.height <= 1) continue;
    // Whoever reads from left to right can scroll to the right, and nobody to the left.
    if (box.right > innerWidth + 1 || (box.left < -1 && box.right > 0)) faults.push(`sticks out: ${name(one)}`);
    const cuts = (overflow) => ['hidden', 'clip', 'auto', 'scroll'].includes(overflow);
    const isField = one.matches('input, select, textarea, progress');
    if (!isField && cuts(style.overflowX) && one.scrollWidth > one.clientWidth + 1) faults.push(`is cut off at its side: ${name(one)}`);
    if (!isField && ['hidden', 'clip'].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1) faults.push(`is cut off below: ${name(one)}`);
    const isStuck = style.position === 'fixed' && one.clientHeight > innerHeight && !cuts(style.overflowY);
    if (isStuck) faults.push(`is higher than the window and does not scroll: ${name(one)}`);
  }
  return faults;
}

/** Gives how much of the window the line at the top takes, and how much what stays there whatever one scrolls. */
export function shares() {
  const share = (one) => (one?.checkVisibility() ? one.getBoundingClientRect().height / innerHeight : 0);
  const stays = [...document.querySelectorAll('body *')].filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position));
  const staying = stays.filter((one) => !one.matches('.overlay, dialog, .unseen') && one.offsetHeight > 1);
  return { top: share(document.querySelector('header.top')), stays: staying.reduce((sum, one) => sum + share(one), 0) };
}

/** Names the controls that are lower than a finger needs, of those that stand alone and are no part of a sentence. */
export function tooSmall(least) {
  const alone = 'button, .button, select, textarea, input, summary, nav a, .back, .links a, .foot > a, .option, .knot a, th a, .notice > a, .versions a';
  const faults = [];
  for (const one of document.querySelectorAll(alone)) {
    // A box to tick is pressed by its words as well, and a field for files by its label.
    const pressed = one.closest('.option') ?? one.closest('label') ?? one;
    if (!one.checkVisibility() || one.closest('.unseen, .skip') || one.matches('.unseen') && pressed === one) continue;
    const { width, height } = pressed.getBoundingClientRect();
    if (width > 1 && (width < 24 || height < least - 0.5)) {
      faults.push(`${Math.round(width)} × ${Math.round(height)}: <${one.tagName.toLowerCase()} class="${one.className}"> ${one.textContent.trim().slice(0, 30)}`);
    }
  }
  return faults;
}

/** Gives the faults of the frame of a page: its title, its language, its headings, the order of its stops. */
export function frameFaults(lang) {
  const faults = [];
  if (!/(^| · )Paraf$/.test(document.title)) faults.push(`the title is ${document.title}`);
  if (document.documentElement.lang !== lang) faults.push(`the language is ${document.documentElement.lang}`);
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  if (seen('h1').length !== 1) faults.push(`${seen('h1').length} headings of the page`);
  if (seen('main').length !== 1) faults.push(`${seen('main').length} main parts`);
  if (seen('[tabindex]').some((one) => one.tabIndex > 0)) faults.push('a stop stands out of its order');
  return faults;
}

/** Gives what has the focus, by its id or else its tag. */
export function focused() {
  const { activeElement: one } = document;
  return one.id ? `#${one.id}` : one.tagName.toLowerCase();
}

/**
 * Goes to each stop of the keyboard as a press of Tab would, and names those on which nothing shows where one is, that
 * are covered, or that lie above the stop before. A press of Tab has to come first, so that the browser knows of a keyboard.
 */
export function stopsUnseen() {
  const faults = [];
  const modal = document.querySelector('dialog[open]');
  const all = (modal ?? document).querySelectorAll('a[href], button, input, select, textarea, summary');
  const stops = [...all].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());
  let before = 0;
  for (const stop of stops) {
    // Of radio buttons only one is a stop.
    if (stop.type === 'radio' && !stop.checked && document.querySelector(`[name="${CSS.escape(stop.name)}"]:checked`)) continue;
    stop.focus();
    if (document.activeElement !== stop) continue;
    const drawn = stop.type === 'file' ? (stop.closest('label') ?? stop) : stop;
    const style = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const name = `<${stop.tagName.toLowerCase()} class="${stop.className}"> ${stop.id} ${(stop.textContent ?? '').trim().slice(0, 30)}`;
    const isRinged = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(style.outlineColor);
    if (!isRinged) faults.push(`nothing shows the focus: ${name}`);
    const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), box.top + box.height / 2];
    if (box.height < innerHeight) {
      const there = document.elementFromPoint(x, y);
      if (!there || (!drawn.contains(there) && !there.contains(drawn))) faults.push(`the focus is covered or out of sight: ${name}`);
    }
    // What stays in its place and what floats beside is no part of the way down.
    const floats = stop.closest('.bar, .progress, .skip, .beside, .side, #fresh') || getComputedStyle(stop).position === 'absolute';
    const top = box.top + scrollY;
    if (!floats && top + box.height < before - 1) faults.push(`the focus goes up: ${name}`);
    if (!floats) before = top;
  }
  return faults;
}

/**
 * Names what cannot be told from what stands around it where the person chose all colours: controls without a frame, an
 * underline or a sign, signs that are not seen on the page, and a page of the menu that looks open like all others.
 */
export function unseenInForcedColours() {
  const faults = [];
  const isSeen = (one) => one.checkVisibility() && one.getBoundingClientRect().width > 1 && !one.closest('.unseen');
  const name = (one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}"> ${(one.textContent ?? '').trim().slice(0, 30)}`;
  const framed = (style) => ['Top', 'Right', 'Bottom', 'Left'].every((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1);
  const words = getComputedStyle(document.body).color;
  const signed = (one) => one.matches('summary') && /[+–]/.test(getComputedStyle(one, '::before').content);
  for (const one of document.querySelectorAll('main :is(button, a[href], summary), dialog :is(button, a[href]), .bar :is(button, a), .notices :is(button, a), .overlay :is(button, a)')) {
    const style = getComputedStyle(one);
    const isUnderlined = style.textDecorationLine.includes('underline');
    if (isSeen(one) && !framed(style) && !isUnderlined && !signed(one)) faults.push(`looks like text: ${name(one)}`);
    if (isSeen(one) && style.color === style.backgroundColor) faults.push(`has words of the colour behind them: ${name(one)}`);
    if (isSeen(one) && one.matches('a') && style.color === words) faults.push(`has not the colour of links: ${name(one)}`);
  }
  for (const one of document.querySelectorAll('select, textarea, input:not([type=radio], [type=checkbox], [type=file])')) {
    if (isSeen(one) && !framed(getComputedStyle(one))) faults.push(`has no frame: ${name(one)}`);
  }
  // The shapes stand once in the page, and are drawn from there with the colours that they have there.
  for (const shape of document.querySelectorAll('.symbols .left, .symbols .right, .symbols .ring')) {
    const { fill, stroke } = getComputedStyle(shape);
    const drawn = fill === 'none' ? stroke : fill;
    if (drawn !== words) faults.push(`a sign is ${drawn}, and words are ${words}`);
  }
  const links = [...document.querySelectorAll('.top nav a')].filter(isSeen);
  const line = (one) => {
    const { borderBottomStyle, borderBottomColor, borderBottomWidth } = getComputedStyle(one);
    return borderBottomStyle === 'none' || /^rgba\(.*, 0\)$/.test(borderBottomColor) || parseFloat(borderBottomWidth) === 0 ? 'none' : borderBottomColor;
  };
  const [open, others] = [links.find((one) => one.ariaCurrent), links.filter((one) => !one.ariaCurrent)];
  if (open && others.some((one) => line(one) === line(open))) faults.push('the open page of the menu looks like the others');
  return faults;
}
