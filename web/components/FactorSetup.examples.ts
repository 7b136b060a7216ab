import { drawQr } from '../examples/qr.examples.ts';
import type { Examples } from '../preview/example.ts';
import type { FactorSetup } from './FactorSetup.tsx';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const factorSetupExample = { secret, qrSvg: drawQr(`otpauth://totp/mot-cua?secret=${secret}`) };

export const factorSetupExamples: Examples<typeof FactorSetup> = [
  { name: 'as it is', props: factorSetupExample },
];
