// What runs inside the measured pages: finding the first field, typing, and telling when something was painted. The same
// code looks at every peer.

/** Puts the tools into a page before it loads, as `window.bench`. */
export function installTools(context) {
  return context.addInitScript(() => {
    const bench = (window.bench = { longTasks: [], shifts: [] });
    const watch = (type, call) =>
      new PerformanceObserver((list) => list.getEntries().forEach(call)).observe({ type, buffered: true });
    watch('longtask', ({ startTime, duration }) => bench.longTasks.push([startTime, duration]));
    watch('largest-contentful-paint', ({ startTime }) => (bench.largestPaint = startTime));
    watch('layout-shift', ({ startTime, value }) => bench.shifts.push([startTime, value]));
    // A task that is queued in a frame runs when the frame was drawn.
    const channel = new MessageChannel();
    const waiting = [];
    channel.port1.onmessage = () => waiting.shift()?.(performance.now());
    bench.drawn = () =>
      new Promise((done) =>
        requestAnimationFrame(() => {
          waiting.push(done);
          channel.port2.postMessage(0);
        }),
      );
    // Looks in each frame, so that what is found in one is told once that very frame was drawn.
    bench.until = (isThere) =>
      new Promise((done) => {
        const look = () => {
          if (!isThere()) return void requestAnimationFrame(look);
          waiting.push(done);
          channel.port2.postMessage(0);
        };
        requestAnimationFrame(look);
      });
    // What a program in WebAssembly takes is not part of the heap that the browser tells of.
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name].bind(WebAssembly);
      WebAssembly[name] = async (...given) => {
        const result = await own(...given);
        bench.memory = (result.instance ?? result).exports.memory;
        return result;
      };
    }
    bench.seen = (selector) => [...document.querySelectorAll(selector)].find((one) => !one.disabled && one.checkVisibility());
    // Gives the longest task that began in a span of time, and what all of them took beyond 50 ms.
    bench.tasks = async (from = 0, to = Infinity) => {
      // The browser tells of a task a little later.
      await new Promise((done) => setTimeout(done, 100));
      const lengths = bench.longTasks.filter(([start]) => start >= from && start < to).map(([, length]) => length);
      return { longest: Math.max(0, ...lengths), excess: lengths.reduce((sum, length) => sum + length - 50, 0) };
    };
  });
}

/**
 * Types a letter into the first field as soon as that can be done, and notes when it was painted: two frames after the
 * event of the input, the same for all. Where there is a button before the field, it is pressed as soon as it is there.
 */
export function watchFirstField(context, { press, field }) {
  return context.addInitScript(
    ({ press, field }) => {
      // Frames inside a page are not what is measured.
      if (window !== top) return;
      let isPressed = !press;
      window.bench.ready = new Promise((done) => {
        const again = () => requestAnimationFrame(look);
        const look = () => {
          const button = !isPressed && window.bench.seen(press);
          if (button) [isPressed, window.bench.pressedAt] = [true, performance.now()];
          if (button) button.click();
          const target = isPressed && window.bench.seen(field);
          if (!target) return void again();
          const before = target.value;
          target.focus();
          document.execCommand('insertText', false, 'a');
          if (target.value === before) return void again();
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
        };
        again();
      });
    },
    { press, field },
  );
}
