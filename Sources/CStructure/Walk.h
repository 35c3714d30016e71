/* The walk over a text, included once for each version of the machine. The including file defines

   WALK      the name of the function
   TARGET    attributes that let the compiler use the version's instructions
   MASKS     (pointer, delimiter, cs_masks *): where the signs stand in 64 bytes
   WRITE     (index, base, separators, count): notes the separators, may write 64 places */

TARGET static cs_result WALK(const cs_text text, uint32_t *index) {
  const uint8_t *bytes = text.bytes;
  const uint32_t last = text.stop - 1;
  uint64_t inside = 0;          /* all ones within quotes */
  uint64_t after_separator = 1; /* whether the bit before the first byte was one */
  uint64_t after_newline = 1;
  uint64_t after_close = 0;
  uint64_t after_return = 0;
  uint64_t irregular = 0;
  uint64_t separators = 0;
  uint64_t expected = text.fields;
  cs_result result = {CS_INCOMPLETE, 0, text.start};

  for (uint32_t base = text.start; base < text.end; base += 64) {
    cs_masks masks;
    MASKS(bytes + base, text.delimiter, &masks);
    uint64_t keep = ~UINT64_C(0);
    uint32_t top = 63;
    if (text.end - base < 64) {
      top = text.end - base - 1;
      keep = (UINT64_C(2) << top) - 1;
      masks.quote &= keep;
      masks.newline &= keep;
      masks.delimiter &= keep;
      masks.ret &= keep;
    }
    uint64_t quoted = inside;
    uint64_t odd = 0;
    if ((masks.quote | inside | after_close) != 0) {
      quoted = cs_prefix_xor(masks.quote) ^ inside;
      inside = UINT64_C(0) - (quoted >> top & 1);
      uint64_t opening = masks.quote & quoted;
      uint64_t closing = masks.quote & ~quoted;
      uint64_t outside = (masks.newline | masks.delimiter) & ~quoted;
      uint64_t behind_close = (closing << 1 | after_close) & keep;
      odd = opening & ~(outside << 1 | after_separator | behind_close);
      odd |= behind_close & ~(outside | (masks.ret & ~quoted) | masks.quote);
      after_close = closing >> top & 1;
    }
    uint64_t newline = masks.newline & ~quoted;
    uint64_t ret = masks.ret & ~quoted;
    uint64_t found = newline | (masks.delimiter & ~quoted);
    odd |= (newline << 1 | after_newline) & (newline | ret);
    if ((ret | after_return) != 0) {
      odd |= (ret << 1 | after_return) & ~masks.newline & keep;
      after_return = ret >> top & 1;
    }
    after_newline = newline >> top & 1;
    after_separator = found >> top & 1;

    bool is_done = false;
    if (last - base < 64 || base > last) {
      uint64_t ending = base > last ? newline : newline & (~UINT64_C(0) << (last - base));
      if (ending != 0) {
        keep = ending ^ (ending - 1);
        newline &= keep;
        found &= keep;
        odd &= keep;
        result.next = base + (uint32_t)__builtin_ctzll(ending) + 1;
        is_done = true;
      }
    }
    irregular |= odd;
    /* Lines are mostly longer than this: the first end is looked at without asking whether there
       is one, for no processor could foresee that. */
    uint64_t rest = newline;
    do {
      uint64_t upto = rest ^ (rest - 1);
      uint64_t count = separators + (uint64_t)__builtin_popcountll(found & upto);
      uint64_t is_end = UINT64_C(0) - (uint64_t)(rest != 0);
      irregular |= (count ^ expected) & is_end;
      expected += text.fields & is_end;
      result.records += (uint32_t)(is_end & 1);
      rest &= rest - 1;
    } while (rest != 0);
    uint32_t count = (uint32_t)__builtin_popcountll(found);
    if (index != 0) {
      WRITE(index, base, found, count);
      index += count;
    }
    separators += count;
    if (is_done) {
      result.outcome = irregular != 0 ? CS_IRREGULAR : CS_WHOLE;
      return result;
    }
    if (irregular != 0) break;
  }

  if (irregular != 0) {
    result.outcome = CS_IRREGULAR;
    return result;
  }
  if (!text.is_last) return result;
  /* The text ends without a line feed, or within quotes or behind a CR that stands alone. */
  if (inside != 0 || after_return != 0) {
    result.outcome = CS_IRREGULAR;
    return result;
  }
  result.outcome = CS_WHOLE;
  result.next = text.end;
  if (after_newline == 0) {
    if (separators + 1 != expected) result.outcome = CS_IRREGULAR;
    if (index != 0) *index = text.end;
    result.records += 1;
  }
  return result;
}

#undef WALK
#undef TARGET
#undef MASKS
#undef WRITE
