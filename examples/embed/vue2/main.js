/* global document, FormData */
// A page of Vue 2.7 (runtime only: render functions, since a strict policy allows no templates compiled in the page) with a form and a status.
import Vue from 'vue';
import '@cobuild/components/define/cobuild-form.js';
import '@cobuild/components/define/cobuild-status.js';
import idea from '../shared/idea.json';
import statuses from '../shared/statuses.json';

Vue.config.ignoredElements = [/^cobuild-/];

/**
 * Vue 2 turns `domProps.value` into a text, so `value` is set on the element itself; and it would make documents reactive, which frozen ones are spared.
 */
const CobuildForm = {
  props: { name: String, schema: Object, value: Object },
  watch: {
    value(value) {
      this.$refs.form.value = value;
    },
  },
  mounted() {
    this.$refs.form.value = this.value;
  },
  render(h) {
    return h('cobuild-form', {
      ref: 'form',
      attrs: { name: this.name, 'actions-hidden': '' },
      domProps: { schema: this.schema },
      on: { 'cobuild-change': (event) => this.$emit('change', event.detail) },
    });
  },
};

new Vue({
  data: { value: Object.freeze(idea.draft), heard: null, received: null, status: Object.freeze(statuses[0]) },
  methods: {
    send(event) {
      event.preventDefault();
      this.received = Object.fromEntries(new FormData(event.target));
    },
  },
  render(h) {
    const button = (text, click) => h('button', { attrs: { type: 'button' }, on: { click } }, text);
    const shown = (id, value) => h('pre', { attrs: { id } }, value === null ? '' : JSON.stringify(value, null, 2));
    return h('main', { attrs: { id: 'app' } }, [
      h('h1', '共建项目意向'),
      h('form', { on: { submit: this.send } }, [
        h('p', [h('label', ['联系人 ', h('input', { attrs: { name: 'contact', value: '陈书记' } })])]),
        h(CobuildForm, {
          props: { name: 'idea', schema: Object.freeze(idea.schema), value: this.value },
          on: { change: ({ value }) => { this.heard = Object.freeze(value); } },
        }),
        h('p', [h('button', '送出'), ' ', button('填入示例', () => { this.value = Object.freeze(idea.sample); })]),
      ]),
      h('h2', '页面听到的'),
      shown('heard', this.heard),
      h('h2', '页面会送出的'),
      shown('received', this.received),
      h('h2', '申请进度'),
      h('cobuild-status', { domProps: { status: this.status } }),
      h('p', [button('看退回以后', () => { this.status = Object.freeze(statuses[1]); })]),
    ]);
  },
}).$mount(document.getElementById('app'));
