/**
 * What a troubled host is to suffer, as data that fits into its environment.
 */
import type { FileCall } from '../../host/journal/door.ts';

/** A disk that refuses some calls from a moment on, or a wall clock that steps. */
export type Trouble = { readonly toldIn: string } & (
  | {
      readonly kind: 'disk';
      readonly calls: readonly FileCall[];
      readonly code: string;
      /** So many of these calls still succeed. */
      readonly skip: number;
    }
  | { readonly kind: 'clock'; readonly byMs: number }
);
