import { Button, Group, Stack, Text } from '@mantine/core';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import type { DraftRemark } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { applyMend, remarkKey } from './draft-edits.ts';
import { useImportTexts } from './import-texts.ts';
import classes from './plan-view.module.css';
import { useRemarkWords } from './remark-words.ts';
import type { DraftWork } from './use-draft.ts';

type RemarksProps = {
  work: DraftWork;
  period: DateSpan | null;
  current: string | undefined;
  onShow: (remark: DraftRemark) => void;
};

/** What a careful colleague would say, each with its place, its reason and a mend where one click can do it. */
export function Remarks({ work, period, current, onShow }: RemarksProps) {
  const say = useImportTexts();
  const words = useRemarkWords();
  if (work.draft.remarks.length === 0) return null;
  return (
    <Section title={say('remark.title')}>
      <Stack gap="xs" component="ol" className={classes['plain']}>
        {work.draft.remarks.map((remark) => {
          const key = remarkKey(remark);
          const settled = work.settled.includes(key);
          return (
            <li
              key={key}
              id={`remark-${key}`}
              className={classes['activity']}
              data-lit={current === key}
              aria-current={current === key}
            >
              <Group gap="xs" align="baseline">
                <StateBadge tone={settled ? 'quiet' : TONE[remark.severity]}>
                  {settled ? say('remark.settled') : say(`remark.${remark.severity}`)}
                </StateBadge>
                <Text flex="1 1 16rem" {...(settled ? { c: 'dimmed' } : {})}>
                  {words(remark.code)}
                </Text>
              </Group>
              {remark.text && (
                <Text size="sm" c="dimmed" fs="italic" lineClamp={3}>
                  «{remark.text}»
                </Text>
              )}
              <Group gap="xs" mt={4}>
                {remark.mend && !settled && (
                  <Button size="compact-sm" onClick={() => work.change((draft) => applyMend(draft, remark, period))}>
                    {say('remark.mend')}
                    {typeof remark.mend.value === 'string' ? `: «${remark.mend.value.slice(0, 60)}»` : ''}
                  </Button>
                )}
                <Button size="compact-sm" variant="default" onClick={() => work.settle(key, !settled)}>
                  {settled ? say('remark.back') : say('remark.leave')}
                </Button>
                {remark.source && (
                  <Button size="compact-sm" variant="subtle" onClick={() => onShow(remark)}>
                    {say('remark.where')}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </Stack>
    </Section>
  );
}

const TONE = { error: 'late', warning: 'soon', hint: 'open' } as const;
