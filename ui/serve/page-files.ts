// The files of the built page, as answers: which there are, of what type, and under which content
// policy. Only what was built is ever served, found by its exact name; there is no path to walk.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One answer to a request for a file. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The files of a built page. */
export interface PageFiles {
  /** Answers a path; `connect` is where the page may open a socket to. */
  readonly answer: (pathname: string, connect: string) => PageAnswer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.json': 'application/json',
};

/** What the page may do: run our scripts and styles, and speak to its own desk. */
export const contentPolicy = (connect: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Headers of every answer. */
export const safeHeaders = (connect: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy(connect),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});

/** Reads the files of a built page. */
export function pageFiles(folder: string): PageFiles {
  const files = new Map<string, string>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`/${path.relative(folder, file).replaceAll('\\', '/')}`, file] as const),
  );
  return {
    answer: (pathname, connect) => {
      const file = files.get(pathname === '/' ? '/index.html' : pathname);
      const headers = safeHeaders(connect);
      if (file === undefined) return sentence(404, 'There is nothing here.', connect);
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      const body = readFileSync(file);
      return { status: 200, headers: { ...headers, 'content-type': type }, body };
    },
  };
}

/** An answer of one sentence. */
export const sentence = (status: number, text: string, connect = "'none'"): PageAnswer => ({
  status,
  headers: { ...safeHeaders(connect), 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode(`${text}\n`),
});
