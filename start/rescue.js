// Saves all that is stored, without the program.

/** Saves all cells in files that the app takes in again. Each holds whose they are, and as much as a file may. */
function rescue() {
  const people = [];
  const rest = [];
  const strange = [];
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith("paraf.") || ["paraf.v2/window", "paraf.v2/reserve", "paraf.v2/format"].includes(name)) continue;
      const stored = localStorage.getItem(name);
      const cell = { name, text: stored.match(/[^]{1,9999}/gu) ?? [] };
      // What the app never writes would make a whole file refused.
      if (/(?![\t\n])[\0-\x1f\p{Cs}\p{NChar}]/u.test(name + stored)) strange.push(cell);
      else (name.endsWith("/me") ? people : rest).push(cell);
    }
  } catch {
    // A browser that denies the storage has nothing in it.
  }
  let files = 0;
  const save = (cells) => {
    const link = document.createElement("a");
    const file = new Blob([JSON.stringify({ app: "paraf", format: 1, cells })], { type: "application/json" });
    link.href = URL.createObjectURL(file);
    link.download = `paraf-cadangan${files++ ? "-" + files : ""}.json`;
    link.click();
  };
  do {
    let room = 1e6;
    let count = 0;
    while (count < rest.length && count < 1500 && room > 0) room -= rest[count++].text.join("").length;
    save([...people, ...rest.splice(0, count)]);
  } while (rest.length > 0);
  if (strange.length > 0) save(strange);
}
