import type { TemplateFault } from '@nastavnik/domain/consents/consent-template';
import { createContext, use } from 'react';
import { IconWarning } from '../../ui/icons.ts';
import classes from './templates.module.css';
import { useTemplatesTexts } from './templates-texts.ts';

/** What the rules find wrong in the wording as it stands now. */
export const FaultsContext = createContext<readonly TemplateFault[]>([]);

/** The findings of one place, beside it. */
export function FaultsAt({ field }: { field: string }) {
  const say = useTemplatesTexts();
  const faults = use(FaultsContext).filter((fault) => fault.field === field);
  return faults.map((fault) => (
    <div key={`${fault.code} ${fault.field} ${fault.found}`} className={classes['fault']} role="alert">
      <IconWarning size={16} aria-hidden />
      <span>{say(fault.code, { found: fault.found ?? '' })}</span>
    </div>
  ));
}
