// Opens the way to a pen with a seal around it. Another computer is reached only by a host that has
// keys, and on that way nothing but a sealed session is spoken.

import type { BytePort } from '../../protocol/byte-port.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { openCarrier, type OpenRefusal, type PenAddress } from '../link/index.ts';
import { type KeyStore, openKeyStore } from './key-store.ts';
import { sealPort } from './sealed-port.ts';
import type { SealNews } from './seal-state.ts';

type Address = Exclude<PenAddress, { readonly kind: 'sim' }>;

/** Whether a way ends at this computer, as far as its name says; the carrier looks at the rest. */
const isNearby = (address: Address): boolean =>
  address.kind !== 'tcp' || /^(localhost|::1|127(\.\d{1,3}){3})$/i.test(address.host);

/** Opens a pen's port and puts the seal around it. */
export async function openSealed(
  address: Address,
  told: (news: SealNews) => void,
  keys: KeyStore = openKeyStore(),
): Promise<Result<BytePort, OpenRefusal>> {
  const all = keys.all();
  const mustSeal = !isNearby(address);
  // S-55: a pen on a network is not even looked for by a host that has no key.
  const paired = mustSeal && all.ok && all.value.length > 0;
  const opened = await openCarrier(address, { paired });
  return opened.ok ? ok(sealPort(opened.value, { keys, mustSeal, told })) : refuse(opened.error);
}
