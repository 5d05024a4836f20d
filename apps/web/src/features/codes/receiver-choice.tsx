import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { useCodesTexts } from './codes-texts.ts';

export type Receiver = {
  readonly id: string;
  readonly name: string;
  /** Of a parent: whose. */
  readonly children: readonly string[];
};

type ReceiverChoiceProps = {
  receivers: readonly Receiver[];
  /** Those who get none: everybody is chosen at first. */
  left: ReadonlySet<string>;
  onChange: (left: ReadonlySet<string>) => void;
};

export function ReceiverChoice({ receivers, left, onChange }: ReceiverChoiceProps) {
  const say = useCodesTexts();
  const chosen = receivers.filter(({ id }) => !left.has(id)).length;
  if (receivers.length === 0) return null;
  return (
    <Stack gap="sm">
      <Checkbox
        label={say('all')}
        checked={chosen === receivers.length}
        indeterminate={chosen > 0 && chosen < receivers.length}
        onChange={(event) => onChange(event.currentTarget.checked ? new Set() : new Set(receivers.map(({ id }) => id)))}
      />
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" component="fieldset" bd={0} p={0} m={0}>
        {receivers.map(({ id, name, children }) => (
          <Checkbox
            key={id}
            label={name}
            {...(children.length > 0 ? { description: say('parentOf', { names: children.join(', ') }) } : {})}
            checked={!left.has(id)}
            onChange={(event) => {
              const next = new Set(left);
              if (event.currentTarget.checked) next.delete(id);
              else next.add(id);
              onChange(next);
            }}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
