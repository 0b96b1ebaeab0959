# language: ar
@task-6 @needs:user-pool-exists
خاصية: المهمة 6: إعداد إرسال الرسائل
  Email provider: Send email with Cognito.

  الخلفية:
    بفرض a learner has completed the lab

  @check:cognito-email @points:1
  سيناريو: يرسل Cognito البريد
    Hint: اختر "Send email with Cognito" واترك هوية SES فارغة.
    Hint if "Send email with Amazon SES": يرسل Amazon SES البريد. اختر "Send email with Cognito".
    Hint if "EmailConfiguration.SourceArn": يرسل Cognito البريد من هوية SES. اترك الهوية فارغة.
    Why: لا يحتاج بريد Cognito إلى هوية موثّقة، و50 رسالة في اليوم تكفي المختبر.
    Classic wizard: Step 4, Configure message delivery > Email provider.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    ثم the email provider should be "Send email with Cognito"

  @behaviour @check:code-by-cognito-email @points:1 @needs:cognito-email @needs:email-verified-at-sign-up @needs:anyone-can-sign-up
  سيناريو: يخرج رمز التأكيد عبر بريد Cognito
    Hint: بعد الاشتراك يجب أن يرسل المجمّع الرمز إلى بريد المستخدم الجديد عبر Cognito.
    Why: دون الرمز لا يستطيع أحد إتمام الاشتراك.
    Classic wizard: Step 4, Configure message delivery > Email provider.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    بفرض a visitor
    عندما the visitor signs up
    ثم the confirmation code should go to their "Email"
