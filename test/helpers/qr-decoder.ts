import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** What a phone's camera reads in a picture. Throws where there is no code that it can read. */
export function decodeQr(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png);
  // The package is CommonJS: some loaders put its function one level deeper.
  const decode = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR;
  const found = decode(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error(`no QR code can be read in ${width}×${height} pixels`);
  return found.data;
}
