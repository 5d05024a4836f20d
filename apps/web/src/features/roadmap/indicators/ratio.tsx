import { Text, UnstyledButton } from '@mantine/core';
import type { IndicatorsAnswer } from '@nastavnik/contracts/roadmaps';
import { percentText } from '@nastavnik/domain/roadmaps/indicators';
import { useLanguage } from '../../../lib/texts.ts';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { RowChoice } from './choose-rows.ts';
import classes from './indicators.module.css';
import { useIndicatorsTexts } from './indicators-texts.ts';

type RatioShown = IndicatorsAnswer['completion'];

/** «89,5 %», or a dash where there is nothing to count. */
export function usePercent(ratio: RatioShown): string {
  const language = useLanguage();
  const text = percentText(ratio);
  if (text === null) return '–';
  return language === 'ru' ? `${text.replace('.', ',')} %` : `${text}%`;
}

type BigRatioProps = { kind: 'completion' | 'timeliness'; ratio: RatioShown; onOpen: (rows: RowChoice) => void };

/** One indicator: percent, numbers behind it, target, and whether it is met; each number opens. */
export function BigRatio({ kind, ratio, onOpen }: BigRatioProps) {
  const say = useIndicatorsTexts();
  const percent = usePercent(ratio);
  const numbers = say('ofNumbers', { numerator: ratio.numerator, denominator: ratio.denominator });
  return (
    <section className={classes['big']} aria-label={say(kind)}>
      <h2 className={classes['name']}>{say(kind)}</h2>
      <UnstyledButton
        className={classes['percent']}
        onClick={() => onOpen(kind === 'completion' ? 'done' : 'inTime')}
        aria-label={say('open', { what: `${say(kind)} ${percent}, ${numbers}` })}
      >
        {percent}
      </UnstyledButton>
      <Text className="figures">
        {ratio.denominator === 0 ? say('none') : numbers} · {say('target', { target: ratio.target })}
      </Text>
      <Bar ratio={ratio} />
      {ratio.met !== null && (
        <div>
          <StateBadge tone={ratio.met ? 'done' : 'late'}>{say(ratio.met ? 'met' : 'notMet')}</StateBadge>
        </div>
      )}
      <Text size="sm" c="dimmed">
        {say(`${kind}.what`)}
      </Text>
    </section>
  );
}

/** The same share as a bar with a mark at the target; the numbers stand beside it in words. */
export function Bar({ ratio }: { ratio: RatioShown }) {
  const share = ratio.denominator === 0 ? 0 : (100 * ratio.numerator) / ratio.denominator;
  return (
    <svg className={classes['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
      <rect className={classes['track']} x="0" y="0" width="100" height="6" rx="1" />
      <rect className={classes['value']} data-met={ratio.met ?? true} x="0" y="0" width={share} height="6" rx="1" />
      <rect className={classes['target']} x={Math.min(99.4, ratio.target - 0.3)} y="0" width="0.6" height="6" />
    </svg>
  );
}

export function SmallRatio({ ratio, what, onOpen }: { ratio: RatioShown; what: string; onOpen: () => void }) {
  const say = useIndicatorsTexts();
  const percent = usePercent(ratio);
  if (ratio.denominator === 0) return <span>–</span>;
  const numbers = say('ofNumbers', { numerator: ratio.numerator, denominator: ratio.denominator });
  return (
    <UnstyledButton
      className={classes['small']}
      onClick={onOpen}
      aria-label={say('open', { what: `${what} ${percent}, ${numbers}` })}
    >
      <span className={classes['smallPercent']}>{percent}</span>
      <span className={classes['smallNumbers']}>{numbers}</span>
      <Bar ratio={ratio} />
    </UnstyledButton>
  );
}
