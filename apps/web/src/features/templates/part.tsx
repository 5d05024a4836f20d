import { Accordion, Group, Text } from '@mantine/core';
import { type ReactNode, use } from 'react';
import { StateBadge } from '../../ui/state-badge.tsx';
import { FaultsContext } from './faults.tsx';
import { useTemplatesTexts } from './templates-texts.ts';

type PartProps = {
  /** The first of the fields that stand in it; findings about any of them are counted at its name. */
  fields: readonly [string, ...string[]];
  title: string;
  /** How many lines it has, or what it says in short. */
  note?: ReactNode;
  children: ReactNode;
};

/** One part of the wording, folded to its name: the folded parts together are the outline of the document. */
export function Part({ fields, title, note, children }: PartProps) {
  const say = useTemplatesTexts();
  const faults = use(FaultsContext).filter(({ field }) => isOf(fields, field));
  return (
    <Accordion.Item value={fields[0]}>
      <Accordion.Control>
        <Group gap="xs" component="span">
          <Text component="span" fw={600}>
            {title}
          </Text>
          {note !== undefined && (
            <Text component="span" size="sm" c="dimmed" className="figures">
              {note}
            </Text>
          )}
          {faults.length > 0 && <StateBadge tone="late">{say('faults', { count: faults.length })}</StateBadge>}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}

/** «dataItems[3].text» is of «dataItems». */
export function isOf(fields: readonly string[], place: string): boolean {
  return fields.some((field) => place === field || place.startsWith(`${field}[`));
}
