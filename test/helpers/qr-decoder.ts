import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** Returns the text. @throws Error if the image has no readable QR code */
export function decodeQr(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png);
  // jsQR is a CommonJS package; some loaders put its function into a second `default`.
  const decode = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR;
  const found = decode(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error(`no QR code can be read in ${width}×${height} pixels`);
  return found.data;
}
