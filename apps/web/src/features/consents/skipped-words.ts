import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { useConsentsTexts } from './consents-texts.ts';

/** Remarks of the rules about a paper, and why a file was not read: no refusals, so their words stand here. */
const OWN = [
  'scan.unknown-kind',
  'scan.not-readable',
  'scan.encrypted',
  'scan.too-large',
  'scan.too-many-pages',
  'signature.no-signing-time',
  'signature.certificate-not-valid-then',
  'signature.algorithm-not-gost',
  'signature.several-signers',
  'consent.name-changed',
  'consent.signed-before-printing',
  'consent.renewal-due',
] as const;

/** Words for a code beside a name: of why a consent was not issued or a paper not filed. */
export function useSkippedWords(): (code: string) => string {
  const say = useConsentsTexts();
  const refusal = useRefusalTexts();
  return (code) => {
    const own = OWN.find((each) => each === code);
    if (own) return say(`code.${own}`);
    return isRefusalCode(code) ? refusal(code) : say('skipped.other', { code });
  };
}
