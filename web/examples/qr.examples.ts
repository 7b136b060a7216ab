import { create } from 'qrcode';

const QUIET_ZONE = 4;

/** A real QR code, so that tests can scan it. */
export function drawQr(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const width = modules.size + 2 * QUIET_ZONE;
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) squares.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${width}v${width}H0z"/><path fill="#000" d="${squares.join('')}"/></svg>`;
}

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const factorSetupExample = { secret, qrSvg: drawQr(`otpauth://totp/mot-cua?secret=${secret}`) };
