// The peer that everybody would write: a serialport that sends back whatever it hears.
//
//   node test/bench/bare-echo.ts PATH

import { SerialPort } from 'serialport';

const [, , path = ''] = process.argv;
const port = new SerialPort({ path, baudRate: 115_200, hupcl: false });
port.on('data', (bytes) => port.write(bytes));
port.on('open', () => process.send?.('open'));
process.on('disconnect', () => process.exit(0));
