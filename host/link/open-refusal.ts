// Why a carrier was not opened, as data. Nothing here is English and nothing here looks at the
// system: open-refusal-words.ts makes the sentence, the looking is done where a port is opened.

/** A process that has a device open. */
export interface Holder {
  readonly pid: number;
  readonly command: string;
}

/** Everything that can keep a carrier from being opened. */
export type OpenRefusal =
  | { readonly code: 'absent'; readonly name: string }
  | { readonly code: 'no-permission'; readonly name: string; readonly group: string | undefined }
  | { readonly code: 'busy'; readonly name: string; readonly holders: readonly Holder[] }
  | { readonly code: 'is-a-directory'; readonly name: string }
  | { readonly code: 'wrong-device'; readonly name: string; readonly found: string }
  | { readonly code: 'vanished'; readonly name: string }
  | { readonly code: 'ambiguous'; readonly wanted: string; readonly candidates: readonly string[] }
  | { readonly code: 'none-found'; readonly wanted: string; readonly unsure: readonly string[] }
  | { readonly code: 'nobody-listens'; readonly name: string }
  | { readonly code: 'unknown-host'; readonly name: string }
  | { readonly code: 'remote-refused'; readonly name: string }
  | { readonly code: 'timed-out'; readonly name: string; readonly waitedMs: number }
  | { readonly code: 'library-missing'; readonly library: string; readonly detail: string }
  | { readonly code: 'bad-address'; readonly asked: string; readonly allowed: string }
  | {
      readonly code: 'bad-setting';
      readonly field: string;
      readonly asked: string;
      readonly allowed: string;
    }
  | { readonly code: 'failed'; readonly name: string; readonly detail: string };
