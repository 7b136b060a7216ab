import QRCode from 'qrcode';

/**
 * Level Q repairs a quarter of the code: laminated paper glares and gets scratched. Four modules of
 * white on each side are what ISO/IEC 18004 asks of the quiet zone.
 */
const OPTIONS = { errorCorrectionLevel: 'Q', margin: 4 } as const;

/** Pixels of one side of a PNG: sharp on A4 at 300 dots an inch up to 10 cm. */
const PNG_SIDE = 1_200;

/** The code as SVG markup, black on white, without a fixed size. */
export const renderQrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, { ...OPTIONS, type: 'svg' });

/** The code as the bytes of a PNG file. */
export const renderQrPng = (text: string): Promise<Buffer> =>
  QRCode.toBuffer(text, { ...OPTIONS, type: 'png', width: PNG_SIDE });
