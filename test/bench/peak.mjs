// Loaded before a program (`node --import`): when that ends, writes what it held at most, in kilobytes, to its fourth stream.
import { writeSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => writeSync(3, `${process.resourceUsage().maxRSS}`));
