// Joins pictures of one size into one that moves, an animated PNG: `npm run animate -- --out FILE PICTURE…`.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { isProgram } from './places.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Picture {
  /** Size and kind of the pixels, as PNG writes them. */
  readonly header: Buffer;
  /** Compressed as well as it goes. */
  readonly pixels: Buffer;
}

function readPicture(file: Buffer): Picture {
  if (!file.subarray(0, signature.length).equals(signature)) throw new Error('this is no PNG');
  let header: Buffer | undefined;
  const data: Buffer[] = [];
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const content = file.subarray(at + 8, at + 8 + length);
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') header = content;
    else if (type === 'IDAT') data.push(content);
    at += 12 + length;
  }
  if (header === undefined || data.length === 0) throw new Error('this PNG has no pixels');
  return { header, pixels: deflateSync(inflateSync(Buffer.concat(data)), { level: 9 }) };
}

function chunk(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  return Buffer.concat([number(body.length - 4), body, number(crc32(body))]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** How long a picture stays, in hundredths of a second: the last one longest, as there is most to read. */
function timing(isLast: boolean): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUInt16BE(isLast ? 400 : 180, 0);
  bytes.writeUInt16BE(100, 2);
  return bytes;
}

/** Begins anew when it is through. Whoever shows no animation shows the first picture. */
export function animate(files: readonly Buffer[]): Buffer {
  const pictures = files.map(readPicture);
  const [first] = pictures;
  if (first === undefined) throw new Error('there are no pictures');
  if (pictures.some(({ header }) => !header.equals(first.header))) throw new Error('the pictures are not of one kind');
  let step = 0;
  const frames = pictures.flatMap(({ header, pixels }, i) => {
    const whole = header.subarray(0, 8);
    const control = chunk('fcTL', number(step++), whole, Buffer.alloc(8), timing(i === pictures.length - 1));
    return [control, i === 0 ? chunk('IDAT', pixels) : chunk('fdAT', number(step++), pixels)];
  });
  const animation = chunk('acTL', number(pictures.length), number(0));
  return Buffer.concat([signature, chunk('IHDR', first.header), animation, ...frames, chunk('IEND')]);
}

if (isProgram(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  if (values.out === undefined) throw new Error('--out names the file to write');
  const made = animate(positionals.map((file) => readFileSync(file)));
  writeFileSync(values.out, made);
  console.log(`${values.out}: ${positionals.length} pictures, ${(made.length / 1024).toFixed(0)} kB`);
}
