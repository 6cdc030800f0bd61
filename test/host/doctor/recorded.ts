// A recorded computer: the files, links and devices that the doctor would look at, written down as
// JSON, and a look at them that behaves as the real one does.

import fs from 'node:fs';
import { z } from 'zod';
import type { Surroundings } from '../../../host/doctor/surroundings.ts';
import type { FileFacts, FileView } from '../../../host/link/index.ts';

const Device = z.strictObject({
  mode: z.int(),
  uid: z.int(),
  gid: z.int(),
  major: z.int(),
  minor: z.int(),
  usable: z.boolean(),
});

const Recording = z.strictObject({
  about: z.string(),
  nodeVersion: z.string(),
  user: z.strictObject({ name: z.string(), uid: z.int(), gids: z.array(z.int()) }),
  ports: z.array(z.string()),
  latenessMs: z.array(z.number()),
  texts: z.record(z.string(), z.string()),
  links: z.record(z.string(), z.string()),
  devices: z.record(z.string(), Device),
  closedFolders: z.array(z.string()),
});

type Recording = z.infer<typeof Recording>;

/** Reads a recorded computer. */
export function recorded(name: string): Surroundings {
  const text = fs.readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
  const recording = Recording.parse(JSON.parse(text));
  return {
    platform: 'linux',
    nodeVersion: recording.nodeVersion,
    files: filesOf(recording),
    roots: { sys: '/sys', proc: '/proc', dev: '/dev' },
    etc: '/etc',
    run: '/run',
    user: recording.user,
    programFolders: ['/usr/local/bin', '/usr/bin'],
    keys: { folder: '/keys', pens: 0, sentences: [] },
  libraryFolders: ['/usr/lib64', '/lib/x86_64-linux-gnu'],
    ports: recording.ports.map((path) => ({
      path,
      vendorId: undefined,
      productId: undefined,
      serialNumber: undefined,
      manufacturer: undefined,
      product: undefined,
    })),
    latenessMs: recording.latenessMs,
  };
}

const FILE: FileFacts = { kind: 'file', mode: 0o644, uid: 0, gid: 0, major: 0, minor: 0 };

function filesOf({ texts, links, devices, closedFolders }: Recording): FileView {
  const all = [...Object.keys(texts), ...Object.keys(links), ...Object.keys(devices)];
  return {
    facts: (path) => {
      const device = devices[path];
      if (device !== undefined) return { kind: 'character-device', ...device };
      return texts[path] === undefined ? undefined : FILE;
    },
    text: (path) => texts[path],
    names: (folder) => {
      if (closedFolders.includes(folder)) return undefined;
      const below = all.filter((path) => path.startsWith(`${folder}/`));
      const names = below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
      return [...new Set(names)];
    },
    link: (path) => links[path],
    real: (path) => links[path] ?? path,
    usable: (path) => devices[path]?.usable ?? texts[path] !== undefined,
  };
}
