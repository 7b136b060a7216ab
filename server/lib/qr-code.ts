import QRCode from 'qrcode';

/**
 * Level Q recovers 25 % damage: laminated posters glare and get scratched. ISO/IEC 18004 requires a margin of four
 * modules.
 */
const OPTIONS = { errorCorrectionLevel: 'Q', margin: 4 } as const;

/** Side length in pixels: 10 cm at 300 dpi. */
const PNG_SIDE = 1_200;

export const renderQrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, { ...OPTIONS, type: 'svg' });

export const renderQrConsole = (text: string): Promise<string> =>
  QRCode.toString(text, { errorCorrectionLevel: 'L', type: 'terminal', small: true });

export const renderQrPng = (text: string): Promise<Buffer> =>
  QRCode.toBuffer(text, { ...OPTIONS, type: 'png', width: PNG_SIDE });
