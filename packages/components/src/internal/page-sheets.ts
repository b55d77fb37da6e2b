import type { CSSResult } from 'lit';
import { css } from 'lit';

/**
 * Paper in the geometry of GB/T 9704: A4, 37 mm above, 28 mm on the binding side, a type area of 156 × 225 mm; the number of the page between dashes 7 mm
 * under it, outside: to the right on odd pages, to the left on even ones.
 */
export const officialPageSheet: CSSResult = css`
  @page {
    size: A4;
    margin: 37mm 26mm 35mm 28mm;
  }
  @page :right {
    @bottom-right {
      padding-block-start: 7mm;
      padding-inline-end: 14pt;
      content: '— ' counter(page) ' —';
      font: 14pt SimSun, STSong, 'Noto Serif CJK SC', serif;
      vertical-align: top;
    }
  }
  @page :left {
    @bottom-left {
      padding-block-start: 7mm;
      padding-inline-start: 14pt;
      content: '— ' counter(page) ' —';
      font: 14pt SimSun, STSong, 'Noto Serif CJK SC', serif;
      vertical-align: top;
    }
  }
`;

/**
 * Letters of the same standard, for `class="official"`: text in FangSong of size 3 (16 pt), 22 lines of 28 characters to a page, titles in XiaoBiaoSong of
 * size 2 (22 pt). The fonts are licensed and none is shipped: each list ends with what a system has. Elements inside take the font over.
 */
export const officialType: CSSResult = css`
  @media print {
    .official {
      --cobuild-font-family: FangSong, STFangsong, FangSong_GB2312, 'Noto Serif CJK SC', serif;

      color: #000;
      font-family: var(--cobuild-font-family);
      font-size: 16pt;
      letter-spacing: calc((156mm - 28 * 16pt) / 28);
      line-height: calc(225mm / 22);
    }
    .official h2 {
      font-family: FZXiaoBiaoSong-B05S, FZXiaoBiaoSong-B05, STZhongsong, SimSun, 'Noto Serif CJK SC', serif;
      font-size: 22pt;
      letter-spacing: normal;
      line-height: 1.4;
      text-align: center;
    }
    .official h3 {
      font-family: SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif;
      font-size: 16pt;
    }
  }
`;

/** A4 upright, for lists and courses. */
export const portraitPageSheet: CSSResult = css`
  @page {
    size: A4;
    margin: 18mm 16mm;
  }
`;

/** A4 across, for tables with many columns. */
export const landscapePageSheet: CSSResult = css`
  @page {
    size: A4 landscape;
    margin: 16mm 18mm;
  }
`;
