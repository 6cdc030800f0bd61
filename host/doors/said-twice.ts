// A field that a file names twice. JSON.parse keeps the last of the two and says nothing, while a
// person may have read the first; so a file that says something twice is turned away.

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}:]/g;

/** The name of a field that some object of a text has twice; the text is known to be JSON. */
export function saidTwice(json: string): string | undefined {
  const open: Set<string>[] = [];
  let before = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token === ':') {
      const names = open.at(-1);
      const name = nameOf(before); // escaped or not, it is the same name
      if (names?.has(name) === true) return name;
      names?.add(name);
    }
    before = token;
  }
  return undefined;
}

const nameOf = (quoted: string): string => String(JSON.parse(quoted));
