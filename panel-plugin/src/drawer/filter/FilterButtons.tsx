import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import React, { useContext } from 'react';
import { valueCondition } from '../../filters/addCondition';
import { FilterContext } from './FilterContext';

interface Props {
  /** Field of the query language, or a tag. */
  field: string;
  value: string;
  /** What the value is called, with nothing hidden in it. */
  label: string;
  className: string;
}

/** Narrows the list to traces with a value, or to all others. */
export function FilterButtons({ field, value, label, className }: Props) {
  const onFilter = useContext(FilterContext);
  const named = { label, interpolation: { escapeValue: false } };
  const button = (wanted: 'only' | 'without', icon: 'search-plus' | 'search-minus', name: string) => {
    const condition = valueCondition(field, value, wanted);
    return (
      condition !== undefined && (
        <Button
          className={className}
          size="sm"
          fill="text"
          variant="secondary"
          icon={icon}
          aria-label={name}
          title={name}
          onClick={() => {
            onFilter?.(condition);
          }}
        />
      )
    );
  };
  return onFilter ? (
    <>
      {button('only', 'search-plus', t('drawer.filter-for', 'Filter for this {{label}}', named))}
      {button('without', 'search-minus', t('drawer.filter-out', 'Filter out this {{label}}', named))}
    </>
  ) : null;
}
