import { Title, UnstyledButton } from '@mantine/core';
import type { IndicatorsAnswer } from '@nastavnik/contracts/roadmaps';
import { useId } from 'react';
import { PersonName } from '../../../ui/person-name.tsx';
import type { RowChoice } from './choose-rows.ts';
import classes from './indicators.module.css';
import { useIndicatorsTexts } from './indicators-texts.ts';
import { SmallRatio } from './ratio.tsx';

type Part = Pick<IndicatorsAnswer['byStage'][number], 'completion' | 'timeliness' | 'late'> & { name: string };
type PartsTableProps = {
  kind: 'stage' | 'responsible';
  parts: readonly Part[];
  onOpen: (name: string, rows: RowChoice) => void;
};

/** The two indicators per stage or per responsible; each number opens its rows. */
export function PartsTable({ kind, parts, onOpen }: PartsTableProps) {
  const say = useIndicatorsTexts();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">
        {say(kind === 'stage' ? 'byStage' : 'byResponsible')}
      </Title>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable */}
      <div className={classes['scroll']} tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{say(kind)}</th>
              <th scope="col">{say('completion')}</th>
              <th scope="col">{say('timeliness')}</th>
              <th scope="col">{say('lateCount')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.name}>
                <th scope="row">{kind === 'stage' ? part.name : <PersonName name={part.name} />}</th>
                <td>
                  <SmallRatio
                    ratio={part.completion}
                    what={`${part.name}, ${say('completion')}`}
                    onOpen={() => onOpen(part.name, 'all')}
                  />
                </td>
                <td>
                  <SmallRatio
                    ratio={part.timeliness}
                    what={`${part.name}, ${say('timeliness')}`}
                    onOpen={() => onOpen(part.name, 'inTime')}
                  />
                </td>
                <td>
                  {part.late === 0 ? (
                    '0'
                  ) : (
                    <UnstyledButton
                      className={classes['late']}
                      onClick={() => onOpen(part.name, 'notDone')}
                      aria-label={say('open', { what: `${part.name}, ${say('lateCount')}: ${part.late}` })}
                    >
                      {part.late}
                    </UnstyledButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
