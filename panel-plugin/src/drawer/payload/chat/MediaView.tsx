import { css } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Media } from './chatModel';
import { base64Bytes, imageSource } from './imageSource';
import { MarkedText } from './search/MarkedText';
import { cutName, MAX_ADDRESS } from './shownName';

/**
 * A picture, sound or file: what it is and how large. Only pictures that are in the payload are shown, and only on
 * demand; an address is text, which nothing follows.
 */
export function MediaView({ media, owner }: { media: Media; owner: object }) {
  const styles = useStyles2(getStyles);
  const [isShown, setIsShown] = useState(false);
  const [pixels, setPixels] = useState('');
  const source = imageSource(media);
  const sizes = [sizeText(media.base64), pixels].filter((size) => size !== '');
  return (
    <div className={styles.media}>
      <div className={styles.label}>
        {kindText(media.kind)}
        {media.name !== '' && ' · '}
        <MarkedText owner={owner} field="name" text={cutName(media.name)} />
        {media.mimeType !== '' && ' · '}
        <MarkedText owner={owner} field="type" text={cutName(media.mimeType)} />
        {sizes.map((size) => ` · ${size}`)}
      </div>
      {media.reference !== '' && (
        <div className={styles.reference}>
          <MarkedText owner={owner} field="reference" text={media.reference.slice(0, MAX_ADDRESS)} />
        </div>
      )}
      {source !== undefined && !isShown && (
        <Button
          size="sm"
          variant="secondary"
          icon="eye"
          onClick={() => {
            setIsShown(true);
          }}
        >
          {t('chat.show-image', 'Show image')}
        </Button>
      )}
      {source !== undefined && isShown && (
        <img
          className={styles.image}
          src={source}
          alt={t('chat.image-alt', 'Image of the payload')}
          onLoad={({ currentTarget }) => {
            setPixels(`${currentTarget.naturalWidth} × ${currentTarget.naturalHeight}`);
          }}
        />
      )}
    </div>
  );
}

function kindText(kind: Media['kind']): string {
  switch (kind) {
    case 'image':
      return t('chat.image', 'Image');
    case 'audio':
      return t('chat.audio', 'Audio');
    case 'video':
      return t('chat.video', 'Video');
    case 'file':
      return t('chat.file', 'File');
  }
}

function sizeText(base64: string): string {
  return base64 === '' ? '' : formattedValueToString(getValueFormat('decbytes')(base64Bytes(base64)));
}

const getStyles = (theme: GrafanaTheme2) => ({
  media: css({ margin: theme.spacing(0.5, 0) }),
  label: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  reference: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
  image: css({ display: 'block', maxWidth: '100%', maxHeight: theme.spacing(60) }),
});
