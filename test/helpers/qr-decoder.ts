import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** Decodes a QR code as a phone's camera does. @throws Error if there is no readable code */
export function decodeQr(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png);
  // The package is CommonJS: some loaders nest its default export one level deeper.
  const decode = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR;
  const found = decode(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error(`no QR code can be read in ${width}×${height} pixels`);
  return found.data;
}
