# language: ar
@task-5 @needs:user-pool-exists
خاصية: المهمة 5: إعداد الاشتراك
  يشترك المستخدمون بأنفسهم. التحقق من السمات: الافتراضي. السمات المطلوبة: Name وPreferred username وPhone number.

  الخلفية:
    بفرض a learner has completed the lab

  @check:self-sign-up @points:1 @against:prowler.cognito_user_pool_self_registration_disabled
  سيناريو: يستطيع المستخدمون الاشتراك بأنفسهم
    Hint: فعّل الاشتراك الذاتي (self-registration) كي يشترك المستخدم دون مسؤول.
    Hint if "AdminCreateUserConfig.AllowAdminCreateUserOnly": المسؤول وحده يستطيع إنشاء المستخدمين. فعّل الاشتراك الذاتي (self-registration).
    Why: في تطبيق المختبر صفحة يشترك فيها المستخدمون.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up > Enable self-registration.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html

    ثم users should be able to sign themselves up

  @behaviour @check:anyone-can-sign-up @points:1 @needs:self-sign-up
  سيناريو: يستطيع أي شخص الاشتراك بنفسه
    Hint: يجب أن يُقبل الاشتراك الذي فيه كل السمات المطلوبة وكلمة مرور جيدة، دون مسؤول.
    Why: قد يُرفض الاشتراك المفعَّل لسبب آخر.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up > Enable self-registration.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html

    بفرض a visitor
    عندما the visitor signs up
    ثم the sign-up should be accepted

  @check:email-verified-at-sign-up @points:1
  سيناريو: يُتحقَّق من البريد الإلكتروني عند الاشتراك
    Hint: أبقِ الخيار الافتراضي "Send email message, verify email address". المجمّع الذي أُنشئ عبر CLI أو CloudFormation أو Terraform لا يتحقق من شيء ما لم يُطلب منه: اجعل AutoVerifiedAttributes هي email.
    Hint if "Phone number": يُتحقَّق من رقم الهاتف بدلًا من البريد أو معه. اختر "Send email message, verify email address".
    Hint if "none": لا يُتحقَّق من شيء. اختر "Send email message, verify email address"، وفي CLI أو CloudFormation أو Terraform اجعل AutoVerifiedAttributes هي email.
    Why: العنوان الذي لم يُتحقَّق منه قط قد يكون لشخص آخر.
    Classic wizard: Step 3, Configure sign-up experience > Attribute verification and user account confirmation.
    Console: your user pool > Authentication > Sign-up > Attribute verification and user account confirmation > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html

    ثم the attributes verified at sign-up should be exactly "Email"

  @check:required-attributes @points:2
  سيناريو: Name وPreferred username وPhone number مطلوبة
    Hint: في "Additional required attributes" اختر name وpreferred_username وphone_number ولا غيرها. تصبح السمات المطلوبة ثابتة بعد إنشاء المجمّع، والمجمّع ذو السمات الأخرى يجب إنشاؤه من جديد.
    Hint if without "name": الاسم غير مطلوب، أو لا شيء مطلوب. أنشئ المجمّع من جديد مع name وpreferred_username وphone_number.
    Hint if without "preferred_username": اسم المستخدم المفضّل غير مطلوب. أنشئ المجمّع من جديد مع name وpreferred_username وphone_number.
    Hint if without "phone_number": رقم الهاتف غير مطلوب. أنشئ المجمّع من جديد مع name وpreferred_username وphone_number.
    Hint if "SchemaAttributes[].Required": يُطلب أكثر من name وpreferred_username وphone_number. أنشئ المجمّع من جديد مع هذه الثلاث.
    Why: يحيّي تطبيق المختبر المستخدم باسمه ويتصل به هاتفيًّا، وما هو مطلوب لا يمكن تغييره أبدًا.
    Classic wizard: Step 3, Configure sign-up experience > Required attributes.
    Console: Create user pool > Required attributes for sign-up. Of a pool that exists: Authentication > Sign-up.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    ثم the required attributes should be exactly
      | Name               |
      | Preferred username |
      | Phone number       |

  @behaviour @check:sign-up-needs-attributes @points:1 @needs:required-attributes @needs:anyone-can-sign-up
  سيناريو: يُرفض الاشتراك الذي تنقصه سمة مطلوبة
    Hint: يجب أن يُرفض الاشتراك دون اسم أو دون اسم مستخدم مفضّل أو دون رقم هاتف.
    Why: ما هو مطلوب ولا يُسأل عنه سينقص التطبيق.
    Classic wizard: Step 3, Configure sign-up experience > Required attributes.
    Console: Create user pool > Required attributes for sign-up. Of a pool that exists: Authentication > Sign-up.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    بفرض a visitor
    عندما the visitor signs up, each time without one of
      | Name               |
      | Preferred username |
      | Phone number       |
    ثم each of these sign-ups should be refused
