/**
 * The codecs side by side: ours, and what others would use in its place. Each decodes telemetry of
 * 24 bytes, fed in pieces of 64, to a typed message, and each encodes a permission of 12 bytes.
 *
 * Peers are given what helps them: protobufjs our own framing, once as documented and once with a
 * reader that is made but once; node-mavlink messages of the same sizes from its own catalogue, and
 * pieces handed to it directly rather than through a stream.
 */
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { crc32 } from 'crc';
import { common } from 'mavlink-mappings';
import { MavLinkPacketParser, MavLinkPacketSplitter, MavLinkProtocolV2, type MavLinkPacket }
  from 'node-mavlink';
import protobuf from 'protobufjs';
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import { CRC_START, crc32c, crcOver } from '../../protocol/crc.ts';
import { createDeframer, unstuff } from '../../protocol/deframe.ts';
import { createEncoder, encodeFrame } from '../../protocol/frame.ts';
import { stuffed } from '../support/cobs.ts';
import { BINDING, cut, grantAt, SESSION, telemetryAt } from './codec-samples.ts';

/** Something that pieces are fed to, and that tells in the end how many messages came out. */
interface Feed {
  readonly push: (piece: Buffer) => void;
  readonly end: () => number;
}

/** A decoder under test: how its stream of so many frames looks, and what it is fed to. */
export interface DecoderPeer {
  readonly name: string;
  readonly pieces: (frames: number) => readonly Buffer[];
  readonly open: () => Feed;
}

/** An encoder under test; `run` encodes so many frames and tells how many bytes that took. */
export interface EncoderPeer {
  readonly name: string;
  readonly run: (frames: number) => number;
}

const header = (n: number): { session: number; seq: number; ack: number } =>
  ({ session: SESSION, seq: n, ack: n >> 2 });
const each = <Value>(length: number, make: (n: number) => Value): Value[] =>
  Array.from({ length }, (_, n) => make(n));

const ours: DecoderPeer = {
  name: 'corium',
  pieces: (frames) =>
    cut(each(frames, (n) => encodeFrame(telemetryAt(n), header(n), BINDING))),
  open: () => {
    let heard = 0;
    let sum = 0;
    const { push } = createDeframer(
      {
        heard: (message, { seq }) => {
          heard += 1;
          if (message.kind === 'telemetry') sum = (sum + message.strokes + seq) & 0xffff;
        },
        dropped: () => undefined,
      },
      'pen',
    );
    return { push, end: () => (sum >= 0 ? heard : 0) };
  },
};

const proto = protobuf.parse(`
  syntax = "proto3";
  message Telemetry {
    uint32 penMs = 1; uint32 strokes = 2; uint32 phase = 3; uint32 latch = 4; uint32 signals = 5;
    uint32 armingId = 6; uint32 holdId = 7; uint32 depthUm = 8; uint32 rateCentiHz = 9;
    uint32 forceMn = 10; uint32 tiltDeg = 11; uint32 glideMmS = 12;
  }`).root.lookupType('Telemetry');

function protobufBody(n: number): Uint8Array {
  const payload = proto.encode({ ...telemetryAt(n), phase: 2, latch: 0 }).finish();
  const body = new Uint8Array(16 + payload.length + 4);
  body.set([1, 0, 0, 0x90]);
  body.set(payload, 16);
  const view = new DataView(body.buffer);
  view.setUint32(4, SESSION, true);
  view.setUint32(8, n, true);
  const end = body.length - 4;
  view.setUint32(end, crc32c(body.subarray(0, end)), true);
  return body;
}

/** Our framing without our messages: pieces in, sound bodies out. */
function framing(
  found: (bytes: Uint8Array, from: number, to: number) => void,
): (bytes: Uint8Array) => void {
  return createBlockCutter({
    block: (view, bytes, from, to) => {
      const end = to - 4;
      if (to - from <= 20 || !unstuff(bytes, from, to)) return;
      if (~crcOver(CRC_START, view, from + 1, end) === view.getInt32(end, true)) {
        found(bytes, from + 17, end);
      }
    },
    tooLong: () => undefined,
  });
}

type ProtobufRead = (bytes: Uint8Array, from: number, to: number) => protobuf.Message;

const protobufPeer = (name: string, opened: () => ProtobufRead): DecoderPeer => ({
  name,
  pieces: (frames) => cut(each(frames, (n) => stuffed(protobufBody(n)))),
  open: () => {
    const read = opened();
    let heard = 0;
    let sum = 0;
    const push = framing((bytes, from, to) => {
      const message = read(bytes, from, to) as unknown as { readonly strokes: number };
      heard += 1;
      sum = (sum + message.strokes) & 0xffff;
    });
    return { push, end: () => (sum >= 0 ? heard : 0) };
  },
});

/** As its documentation has it: `decode` of the bytes of the payload. */
const protobufjs = protobufPeer('protobufjs in the same frame', () => (bytes, from, to) =>
  proto.decode(bytes.subarray(from, to)));

/** Stronger than documented: one reader is made and then pointed at every payload. */
const protobufjsOneReader = protobufPeer('protobufjs, with one reader for all', () => {
  let reader: protobuf.Reader | undefined;
  return (bytes, from, to) => {
    reader ??= protobuf.Reader.create(bytes);
    reader.pos = from;
    reader.len = to;
    return proto.decode(reader);
  };
});

/** The message of 24 bytes in the catalogue of MAVLink that is most like our telemetry. */
function mavlinkImu(n: number): common.ScaledImu {
  const from = telemetryAt(n);
  return Object.assign(new common.ScaledImu(), {
    timeBootMs: from.penMs, xacc: n % 30_000, yacc: from.armingId, zacc: from.holdId,
    xgyro: from.depthUm, ygyro: from.rateCentiHz, zgyro: from.forceMn, xmag: from.tiltDeg,
    ymag: from.glideMmS, zmag: from.signals, temperature: 2_500,
  });
}

/** As its documentation has it, a port piped into the splitter; or pieces written directly. */
const mavlinkPeer = (name: string, piped: boolean): DecoderPeer => ({
  name,
  pieces: (frames) => {
    const protocol = new MavLinkProtocolV2();
    return cut(each(frames, (n) => protocol.serialize(mavlinkImu(n), n & 0xff)));
  },
  open: () => {
    let heard = 0;
    let sum = 0;
    const splitter = new MavLinkPacketSplitter();
    const parser = splitter.pipe(new MavLinkPacketParser());
    const port = piped ? new PassThrough() : splitter;
    if (piped) port.pipe(splitter);
    parser.on('data', (packet: MavLinkPacket) => {
      const message = packet.protocol.data(packet.payload, common.ScaledImu);
      heard += 1;
      sum = (sum + message.timeBootMs) & 0xffff;
    });
    return { push: (piece) => void port.write(piece), end: () => (sum >= 0 ? heard : 0) };
  },
});

const mavlink = mavlinkPeer('node-mavlink splitter, parser, data', true);
const mavlinkDirect = mavlinkPeer('node-mavlink, without its stream', false);

const cobs = createRequire(import.meta.url)('cobs') as {
  readonly encode: (bytes: Uint8Array, zeroFrame?: boolean) => Buffer;
  readonly decode: (bytes: Uint8Array) => Buffer;
};

const packages: DecoderPeer = {
  name: 'cobs and crc packages, no field read',
  pieces: ours.pieces,
  open: () => {
    let heard = 0;
    let held: Buffer = Buffer.alloc(0);
    const push = (piece: Buffer): void => {
      held = held.length === 0 ? piece : Buffer.concat([held, piece]);
      for (let end = held.indexOf(0); end >= 0; end = held.indexOf(0)) {
        const body = end === 0 ? undefined : cobs.decode(held.subarray(0, end));
        held = held.subarray(end + 1);
        // Their check is another CRC-32: the work is counted, the outcome cannot be.
        if (body !== undefined && crc32(body.subarray(0, -4)) >= 0) heard += 1;
      }
    };
    return { push, end: () => heard };
  },
};

/** All decoders, ours first. */
export const DECODERS: readonly DecoderPeer[] = [
  ours,
  protobufjs,
  protobufjsOneReader,
  mavlink,
  mavlinkDirect,
  packages,
];

/** A message of MAVLink made for one frame, as ours is and as its documentation has it. */
function mavlinkRequest(n: number): common.LogRequestData {
  const { armingId, ceiling, notAfterPenMs } = grantAt(n);
  const request = new common.LogRequestData();
  request.ofs = ceiling;
  request.count = notAfterPenMs;
  request.id = armingId;
  request.targetSystem = 4;
  request.targetComponent = 1;
  return request;
}

/** All encoders, ours first. */
export const ENCODERS: readonly EncoderPeer[] = [
  {
    name: 'corium',
    run: (frames) => {
      const encode = createEncoder();
      let bytes = 0;
      for (let n = 0; n < frames; n += 1) bytes += encode(grantAt(n), header(n), BINDING).length;
      return bytes;
    },
  },
  {
    name: 'node-mavlink serialize',
    run: (frames) => {
      const protocol = new MavLinkProtocolV2();
      let bytes = 0;
      for (let n = 0; n < frames; n += 1) {
        bytes += protocol.serialize(mavlinkRequest(n), n & 0xff).length;
      }
      return bytes;
    },
  },
];
