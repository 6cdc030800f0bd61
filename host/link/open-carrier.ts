// From the address of a pen to an open port. The simulator is not among them: it is another
// program, which the command line starts and then reaches through one of these.

import type { BytePort } from '../../protocol/byte-port.ts';
import type { Result } from '../../protocol/result.ts';
import { loadHid } from './hid-library.ts';
import { openHid } from './hid-port.ts';
import type { OpenRefusal } from './open-refusal.ts';
import type { PenAddress } from './pen-address.ts';
import { openSerial } from './serial-port.ts';
import { openTcp } from './tcp-port.ts';

/** Opens the carrier that an address names. */
export async function openCarrier(
  address: Exclude<PenAddress, { readonly kind: 'sim' }>,
  options: { readonly paired?: boolean } = {},
): Promise<Result<BytePort, OpenRefusal>> {
  switch (address.kind) {
    case 'serial':
      return openSerial(address.path);
    case 'tcp':
      return openTcp(address.host, address.port, { allowRemote: options.paired ?? false });
    case 'hid': {
      const backend = await loadHid();
      return backend.ok ? openHid(address.serialNumber, backend.value) : backend;
    }
  }
}
