import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { can } from '@nastavnik/domain/access/can';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lackingWords, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconDown, IconStateDone, IconUp, IconWarning } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { type Coverage, coverageQuery } from './consents.api.ts';
import classes from './consents.module.css';
import { useConsentsTexts } from './consents-texts.ts';
import { NextStepButton } from './next-step-button.tsx';

/** IND-05: the share, the two numbers behind it, and behind them the people with what each lacks. */
export function CoverageHead() {
  const say = useConsentsTexts();
  const { data, error, refetch } = useQuery(coverageQuery);
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={1} />;
  if (data.denominator === 0) return <Text c="dimmed">{say('coverage.nobody')}</Text>;
  return data.lacking.length === 0 ? <AllThere coverage={data} /> : <SomeLack coverage={data} />;
}

function AllThere({ coverage }: { coverage: Coverage }) {
  const say = useConsentsTexts();
  return (
    <Group gap="xs" className={classes['covered']}>
      <IconStateDone size={20} aria-hidden />
      <Text>{say('coverage.all', { count: coverage.denominator })}</Text>
    </Group>
  );
}

function SomeLack({ coverage }: { coverage: Coverage }) {
  const say = useConsentsTexts();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const people = new Set(coverage.lacking.map(({ person }) => person.id)).size;
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <Alert color="orange" variant="default" icon={<IconWarning size={20} aria-hidden />} role="status">
      <Stack gap="xs">
        <div>
          <Text>
            <Text component="span" fw={700} size="lg" className="figures">
              {percent.format(coverage.percent ?? 0)} %
            </Text>{' '}
            {say('coverage.of', { done: coverage.numerator, total: coverage.denominator })}
          </Text>
          <Text size="sm">{say('coverage.alert', { count: people })}</Text>
        </div>
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          aria-expanded={open}
          rightSection={open ? <IconUp size={16} aria-hidden /> : <IconDown size={16} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {open ? say('coverage.hide') : say('coverage.who')}
        </Button>
        {open && <Lacking coverage={coverage} />}
      </Stack>
    </Alert>
  );
}

function Lacking({ coverage }: { coverage: Coverage }) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const mayAsk = can({ roles: useSession().active?.roles ?? [] }, 'consent.issue');
  return (
    <Stack gap="sm">
      <ul className={classes['lacking']} aria-label={say('coverage.list')}>
        {coverage.lacking.map(({ person, kind, step, consentId }) => (
          <li key={`${person.id} ${kind}`} className={classes['lack']}>
            <div>
              <Text fw={600}>
                <PersonName name={person.name} />
                {person.place ? `, ${person.place}` : ''}
              </Text>
              <Text size="sm">
                {lackingWords(words, { code: `consent.${step.code}`, data: { kind, waitsFor: step.waitsFor } })}
              </Text>
            </div>
            {mayAsk && <NextStepButton person={person} kind={kind} step={step} consentId={consentId} />}
          </li>
        ))}
      </ul>
      {coverage.byClass.length > 1 && (
        <List size="sm" aria-label={say('coverage.byClass')}>
          {coverage.byClass.map(({ name, numerator, denominator }) => (
            <List.Item key={name}>{say('coverage.ofClass', { name, done: numerator, total: denominator })}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
