import { Anchor } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { dayInFigures } from '../../../lib/dates/dates.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { PersonName } from '../../../ui/person-name.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './plan-head.module.css';

type Approval = Roadmap['approvals'][number];
/** In the order in which they are given; on paper they stand the same way. */
const ORDER = ['adopted', 'agreed', 'approved'] as const;

/** УТВЕРЖДАЮ, СОГЛАСОВАНО, ПРИНЯТО as they are on paper. */
export function Stamps({ approvals }: { approvals: readonly Approval[] }) {
  const say = useRoadmapTexts();
  if (approvals.length === 0) return null;
  const ordered = approvals.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return (
    <ul className={classes['stamps']} aria-label={say('stamps')}>
      {ordered.map((approval) => (
        <Stamp key={approval.id} approval={approval} />
      ))}
    </ul>
  );
}

function Stamp({ approval }: { approval: Approval }) {
  const say = useRoadmapTexts();
  const language = useLanguage();
  const { document } = approval;
  return (
    <li className={classes['stamp']}>
      <strong>{say(`stamp.${approval.kind}`)}</strong>
      {approval.body && <span>{approval.body}</span>}
      {approval.post && <span>{approval.post}</span>}
      {approval.person && <PersonName name={approval.person} />}
      {approval.date && <time dateTime={approval.date}>{dayInFigures(approval.date, language)}</time>}
      {document && (
        <span>
          {say(`stamp.${document.kind}`, {
            number: document.number ?? '–',
            day: document.date ? dayInFigures(document.date, language) : '–',
          })}
        </span>
      )}
      {approval.imported && <span className={classes['quiet']}>{say('stamp.imported')}</span>}
      {approval.recordedBy && (
        <span className={classes['quiet']}>{say('stamp.recordedBy', { who: approval.recordedBy })}</span>
      )}
      {approval.fileId && (
        <Anchor href={`/api/v1/files/${approval.fileId}`} target="_blank" rel="noopener" size="sm">
          {say('stamp.scan')}
        </Anchor>
      )}
    </li>
  );
}
